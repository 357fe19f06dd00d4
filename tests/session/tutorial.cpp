// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/tutorial.h"

namespace minato::tests {
namespace {

constexpr const char *kPodName = R"(export POD_NAME="$(kubectl get pods -o go-template --template )"
                                 R"x('{{range .items}}{{.metadata.name}}{{"\n"}}{{end}}')")x";
constexpr const char *kNodePort = R"(export NODE_PORT="$(kubectl get services/kubernetes-bootcamp -o )"
                                  R"x(go-template='{{(index .spec.ports 0).nodePort}}')")x";
constexpr const char *kAffectedPod =
    R"(export AFFECTED_POD="$(kubectl get pods --field-selector status.phase=Pending -o go-template --template )"
    R"x('{{range .items}}{{.metadata.name}}{{"\n"}}{{end}}')")x";
constexpr const char *kCurlNode = R"(curl http://"$(minikube ip):$NODE_PORT")";
constexpr const char *kNothing = "^$";
constexpr const char *kHello1 =
    R"(Hello Kubernetes bootcamp! \| Running on: kubernetes-bootcamp-\w+-\w{5} \| v=1)";
constexpr const char *kHello2 =
    R"(Hello Kubernetes bootcamp! \| Running on: kubernetes-bootcamp-\w+-\w{5} \| v=2)";
constexpr const char *kPodHeader = R"(^NAME +READY +STATUS +RESTARTS +AGE\n)";
constexpr const char *kPodRunning = R"(\nkubernetes-bootcamp-\w+-\w{5} +1/1 +Running +0 )";
constexpr const char *kPodThere = R"(\nkubernetes-bootcamp-\w+-\w{5} )";
constexpr const char *kDeploymentHeader = R"(^NAME +READY +UP-TO-DATE +AVAILABLE +AGE\n)";
constexpr const char *kExposed = "^service/kubernetes-bootcamp exposed\n$";

/// Nothing of the next page runs into what is still under way.
TutorialPage createCluster()
{
    return {"create-cluster",
            {{"minikube start", {"Done! kubectl is now configured"}},
             {"minikube status", {"host: Running", "apiserver: Running"}}}};
}

TutorialPage deployApp()
{
    return {
        "deploy-app",
        {{"kubectl version", {R"(^Client Version: v1\.\d+\.\d+\n)", R"(\nServer Version: v1\.\d+\.\d+)"}},
         {"kubectl get nodes --help", {"kubectl get"}},
         {"kubectl get nodes", {R"(^NAME +STATUS +ROLES +AGE +VERSION\n\S+ +Ready )"}},
         {"kubectl create deployment kubernetes-bootcamp "
          "--image=gcr.io/google-samples/kubernetes-bootcamp:v1",
          {"^deployment.apps/kubernetes-bootcamp created\n$"}},
         {"kubectl get deployments",
          {kDeploymentHeader, R"(\nkubernetes-bootcamp +1/1 +1 +1 )"},
          {kDeploymentHeader, R"(\nkubernetes-bootcamp +0/1 )"}},
         {.text = "kubectl proxy", .typed = {R"(^Starting to serve on 127\.0\.0\.1:8001\n$)"}, .tab = 1},
         {"curl http://localhost:8001/version", {R"(^\{\n  "major": "1",\n  "minor": "\d+",\n)", R"(\n\}$)"}},
         {kPodName, {kNothing}},
         {"echo Name of the Pod: $POD_NAME", {R"(^Name of the Pod: kubernetes-bootcamp-\w+-\w{5}\n$)"}},
         {"curl http://localhost:8001/api/v1/namespaces/default/pods/$POD_NAME:8080/proxy/",
          {kHello1},
          {"."}}}};
}

TutorialPage explore()
{
    return {"explore",
            {{"kubectl get pods", {kPodHeader, kPodRunning}},
             {"kubectl describe pods",
              {R"(^Name: +kubernetes-bootcamp-)", R"(\n +Port: )", R"(\n  Normal +Started )"}},
             {.text = "kubectl proxy",
              .typed = {R"(^error: listen tcp 127\.0\.0\.1:8001: bind: address already in use\n$)"},
              .tab = 2}, // that of the page before still runs
             {kPodName, {kNothing}},
             {"echo Name of the Pod: $POD_NAME", {R"(^Name of the Pod: kubernetes-bootcamp-\w+-\w{5}\n$)"}},
             {"curl http://localhost:8001/api/v1/namespaces/default/pods/$POD_NAME:8080/proxy/", {kHello1}},
             {R"(kubectl logs "$POD_NAME")", {"Kubernetes Bootcamp App Started"}},
             {R"(kubectl exec "$POD_NAME" -- env)",
              {R"((^|\n)HOSTNAME=kubernetes-bootcamp-)", R"(\nKUBERNETES_SERVICE_PORT=443\n)"}},
             {"kubectl exec -ti $POD_NAME -- bash", {R"(^root@kubernetes-bootcamp-\w+-\w{5}:/# )"}},
             {"cat server.js", {"require\\('http'\\)"}},
             {"curl http://localhost:8080", {kHello1}},
             {"exit", {"exit"}}}};
}

TutorialPage expose()
{
    return {
        "expose",
        {{"kubectl get pods", {kPodHeader, kPodRunning}},
         {"kubectl get services",
          {R"(^NAME +TYPE +CLUSTER-IP +EXTERNAL-IP +PORT\(S\) +AGE\n)", R"(\nkubernetes )"}},
         {R"(kubectl expose deployment/kubernetes-bootcamp --type="NodePort" --port 8080)", {kExposed}},
         {"kubectl get services", {R"(\nkubernetes-bootcamp +NodePort +[\d.]+ +<none> +8080:3\d{4}/TCP )"}},
         {"kubectl describe services/kubernetes-bootcamp",
          {R"(\nType: +NodePort\n)", R"(\nNodePort: +<unset>  3\d{4}/TCP\n)"}},
         {kNodePort, {kNothing}},
         {R"(echo "NODE_PORT=$NODE_PORT")", {R"(^NODE_PORT=3\d{4}\n$)"}},
         {kCurlNode, {kHello1}, {"."}},
         {"minikube service kubernetes-bootcamp --url", {R"(^http://[\d.]+:3\d{4}\n)"}},
         {"kubectl describe deployment",
          {R"(^Name: +kubernetes-bootcamp\n)", R"(\nLabels: +app=kubernetes-bootcamp\n)"}},
         {"kubectl get pods -l app=kubernetes-bootcamp", {kPodHeader, kPodRunning}},
         {"kubectl get services -l app=kubernetes-bootcamp", {R"(\nkubernetes-bootcamp +NodePort )"}},
         {kPodName, {kNothing}},
         {R"(echo "Name of the Pod: $POD_NAME")", {R"(^Name of the Pod: kubernetes-bootcamp-\w+-\w{5}\n$)"}},
         {R"(kubectl label pods "$POD_NAME" version=v1)",
          {R"(^pod/kubernetes-bootcamp-\w+-\w{5} labeled\n$)"}},
         {R"(kubectl describe pods "$POD_NAME")", {R"(\n +version=v1\n)"}},
         {"kubectl get pods -l version=v1", {kPodHeader, kPodRunning}},
         {"kubectl delete service -l app=kubernetes-bootcamp", {"^service \"kubernetes-bootcamp\" deleted"}},
         {"kubectl get services", {R"(\nkubernetes )", "!kubernetes-bootcamp"}},
         {kCurlNode, {"^curl: \\(7\\) Failed to connect to "}, {"."}},
         {"kubectl exec -ti $POD_NAME -- curl http://localhost:8080", {kHello1}}}};
}

TutorialPage scale()
{
    return {
        "scale",
        {{R"(kubectl expose deployment/kubernetes-bootcamp --type="LoadBalancer" --port 8080)", {kExposed}},
         {"kubectl get deployments", {kDeploymentHeader, R"(\nkubernetes-bootcamp +1/1 +1 +1 )"}},
         {"kubectl get rs", {R"(^NAME +DESIRED +CURRENT +READY +AGE\nkubernetes-bootcamp-\w+ +1 +1 +1 )"}},
         {"kubectl scale deployments/kubernetes-bootcamp --replicas=4",
          {"^deployment.apps/kubernetes-bootcamp scaled\n$"}},
         {"kubectl get deployments",
          {kDeploymentHeader, R"(\nkubernetes-bootcamp +4/4 +4 +4 )"},
          {kDeploymentHeader, R"(\nkubernetes-bootcamp +\d/4 )"}},
         {"kubectl get pods -o wide",
          {R"(^NAME .* IP +NODE )", R"((\nkubernetes-bootcamp-[^\n]*){4}\n$)"},
          {R"(^NAME .* IP +NODE )", kPodThere}},
         {"kubectl describe deployments/kubernetes-bootcamp",
          {R"(\nReplicas: +4 desired \| 4 updated \| 4 total \| 4 available \| 0 unavailable\n)",
           "Scaled up replica set kubernetes-bootcamp-\\w+ (from 1 )?to 4"},
          {R"(\nReplicas: +4 desired )"}},
         {"kubectl describe services/kubernetes-bootcamp",
          {R"(\nType: +LoadBalancer\n)", R"(\nEndpoints: )"}},
         {kNodePort, {kNothing}},
         {"echo NODE_PORT=$NODE_PORT", {R"(^NODE_PORT=3\d{4}\n$)"}},
         {kCurlNode, {kHello1}, {"."}},
         {kCurlNode, {kHello1}, {"."}},
         {"kubectl scale deployments/kubernetes-bootcamp --replicas=2",
          {"^deployment.apps/kubernetes-bootcamp scaled\n$"}},
         {"kubectl get deployments",
          {kDeploymentHeader, R"(\nkubernetes-bootcamp +2/2 +2 +2 )"},
          {kDeploymentHeader, R"(\nkubernetes-bootcamp +\d/[24] )"}},
         {"kubectl get pods -o wide", {R"((\nkubernetes-bootcamp-[^\n]*){2}\n$)"}, {kPodThere}}}};
}

TutorialPage update()
{
    return {
        "update",
        {{"kubectl get deployments", {kDeploymentHeader, R"(\nkubernetes-bootcamp +2/2 +2 +2 )"}},
         {"kubectl get pods", {kPodHeader, kPodRunning}},
         {"kubectl describe pods", {R"(\n +Image: +gcr\.io/google-samples/kubernetes-bootcamp:v1\n)"}},
         {"kubectl set image deployments/kubernetes-bootcamp "
          "kubernetes-bootcamp=docker.io/jocatalin/kubernetes-bootcamp:v2",
          {"^deployment.apps/kubernetes-bootcamp image updated\n$"}},
         {"kubectl get pods", {kPodHeader, kPodThere}},
         {"kubectl describe services/kubernetes-bootcamp", {R"(\nType: +LoadBalancer\n)"}},
         {kNodePort, {kNothing}},
         {R"(echo "NODE_PORT=$NODE_PORT")", {R"(^NODE_PORT=3\d{4}\n$)"}},
         {kCurlNode, {kHello2}, {"."}},
         {"kubectl rollout status deployments/kubernetes-bootcamp",
          {"deployment \"kubernetes-bootcamp\" successfully rolled out\n$"}},
         {"kubectl describe pods", {R"(\n +Image: +docker\.io/jocatalin/kubernetes-bootcamp:v2\n)"}},
         {"kubectl set image deployments/kubernetes-bootcamp "
          "kubernetes-bootcamp=gcr.io/google-samples/kubernetes-bootcamp:v10",
          {"^deployment.apps/kubernetes-bootcamp image updated\n$"}},
         {"kubectl get deployments", {R"(\nkubernetes-bootcamp +2/2 +1 +2 )"}, {kDeploymentHeader}},
         {"kubectl get pods", {"(ImagePullBackOff|ErrImagePull)"}, {kPodHeader}},
         {kAffectedPod, {kNothing}},
         {R"(echo "AFFECTED POD=$AFFECTED_POD")",
          {R"(^AFFECTED POD=kubernetes-bootcamp-\w+-\w{5}\n$)"},
          {"^AFFECTED POD="}},
         {"kubectl describe pod $AFFECTED_POD",
          {R"(\n +Image: +gcr\.io/google-samples/kubernetes-bootcamp:v10\n)",
           R"(Failed to pull image ".*:v10")"},
          {"^Name: "}},
         {"kubectl rollout undo deployments/kubernetes-bootcamp",
          {"^deployment.apps/kubernetes-bootcamp rolled back\n$"}},
         {"kubectl get pods", {kPodHeader, kPodRunning}},
         {"kubectl describe pods",
          {R"(\n +Image: +docker\.io/jocatalin/kubernetes-bootcamp:v2\n)", "!v10\n"},
          {"^Name: "}},
         {"kubectl delete deployments/kubernetes-bootcamp services/kubernetes-bootcamp",
          {"^deployment.apps \"kubernetes-bootcamp\" deleted.*\nservice \"kubernetes-bootcamp\" deleted"}}}};
}

} // namespace

std::vector<TutorialPage> kubernetesBasics()
{
    return {createCluster(), deployApp(), explore(), expose(), scale(), update()};
}

TutorialPage scaleChapter()
{
    return {"scale-chapter",
            {{"kubectl get deployments", {kDeploymentHeader, R"(\nkubernetes-bootcamp +1/1 +1 +1 )"}},
             {"kubectl scale deployments/kubernetes-bootcamp --replicas=4",
              {"^deployment.apps/kubernetes-bootcamp scaled\n$"}},
             {"kubectl get deployments",
              {R"(\nkubernetes-bootcamp +4/4 +4 +4 )"},
              {R"(\nkubernetes-bootcamp +\d/4 )"}},
             {"kubectl get pods -o wide", {R"((\nkubernetes-bootcamp-[^\n]*){4}\n$)"}, {kPodThere}},
             {"kubectl describe deployments/kubernetes-bootcamp", {R"(\nReplicas: +4 desired )"}},
             {"kubectl describe services/kubernetes-bootcamp", {R"(\nNodePort: +<unset>  3\d{4}/TCP\n)"}},
             // Damaged where the chapter was copied: it has lost its blank and its brackets.
             {"export NODE_PORT=$(kubectl get services/kubernetes-bootcamp -o "
              "go-template='{{(index .spec.ports0).nodePort}}')",
              {"error: error executing template"}},
             {"export NODE_PORT=$(kubectl get services/kubernetes-bootcamp -o "
              "go-template='{{(index .spec.ports 0).nodePort}}')",
              {kNothing}},
             {"echo NODE_PORT=$NODE_PORT", {R"(^NODE_PORT=3\d{4}\n$)"}},
             {"curl host01:$NODE_PORT", {kHello1}},
             {"curl host01:$NODE_PORT", {kHello1}},
             {"kubectl scale deployments/kubernetes-bootcamp --replicas=2",
              {"^deployment.apps/kubernetes-bootcamp scaled\n$"}},
             {"kubectl get deployments",
              {R"(\nkubernetes-bootcamp +2/2 +2 +2 )"},
              {R"(\nkubernetes-bootcamp +\d/2 )"}},
             {"kubectl get pods -o wide", {R"((\nkubernetes-bootcamp-[^\n]*){2}\n$)"}, {kPodThere}}}};
}

} // namespace minato::tests
