// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the images of the simulated registries hold. Versions and files are plausible, not the real ones.
#include "components/apps/container_root.h"

#include <algorithm>
#include <array>

namespace minato::components {
namespace {

using Pair = ContainerRoot::Pair;
using Name = std::string_view;

constexpr std::array kDebianFiles{
    Pair{"/etc/os-release",
         "PRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\"\nNAME=\"Debian GNU/Linux\"\nVERSION_ID=\"12\"\n"
         "VERSION=\"12 (bookworm)\"\nVERSION_CODENAME=bookworm\nID=debian\n"},
};

/// The tutorial's server: what it answers and logs is in its app model.
constexpr std::array kBootcampFiles{
    Pair{"/etc/os-release",
         "PRETTY_NAME=\"Debian GNU/Linux 8 (jessie)\"\nNAME=\"Debian GNU/Linux\"\nVERSION_ID=\"8\"\n"
         "VERSION=\"8 (jessie)\"\nID=debian\n"},
    Pair{"/server.js",
         "// Says hello from its Pod and counts who asked.\n"
         "const http = require('http');\n"
         "\n"
         "const host = process.env.HOSTNAME;\n"
         "const release = '{version}';\n"
         "let requests = 0;\n"
         "let started;\n"
         "\n"
         "const server = http.createServer((request, response) => {\n"
         "  const now = new Date();\n"
         "  requests += 1;\n"
         "  response.writeHead(200, { 'Content-Type': 'text/plain' });\n"
         "  response.end(`Hello Kubernetes bootcamp! | Running on: ${host} | v=${release}\\n`);\n"
         "  console.log(`Running On: ${host} | Total Requests: ${requests}`\n"
         "    + ` | App Uptime: ${(now - started) / 1000} seconds | Log Time: ${now.toISOString()}`);\n"
         "});\n"
         "\n"
         "server.listen(8080, () => {\n"
         "  started = new Date();\n"
         "  console.log(`Kubernetes Bootcamp App Started At: ${started.toISOString()}`\n"
         "    + ` | Running On:  ${host} \\n`);\n"
         "});\n"},
};

constexpr std::array kBootcampEnvironment{
    Pair{"NODE_VERSION", "6.3.1"},
    Pair{"NPM_CONFIG_LOGLEVEL", "info"},
};

constexpr std::array kNginxFiles{
    kDebianFiles[0],
    Pair{"/etc/nginx/nginx.conf",
         "worker_processes auto;\nevents {}\nhttp {\n    include /etc/nginx/conf.d/*.conf;\n}\n"},
    Pair{"/etc/nginx/conf.d/default.conf",
         "server {\n    listen 80;\n    location / {\n        root /usr/share/nginx/html;\n    }\n}\n"},
    Pair{"/usr/share/nginx/html/index.html", "{body}"},
};

constexpr std::array kNginxEnvironment{
    Pair{"NGINX_VERSION", "1.29.3"},
};

constexpr std::array kHttpdFiles{
    kDebianFiles[0],
    Pair{"/usr/local/apache2/htdocs/index.html", "{body}"},
};

constexpr std::array kHttpdEnvironment{
    Pair{"HTTPD_PREFIX", "/usr/local/apache2"},
};

/// coreutils and a shell, as far as the simulation has them.
constexpr std::array kBusyboxPrograms{
    Name{"sh"},     Name{"ash"},  Name{"basename"}, Name{"cat"},    Name{"clear"}, Name{"cut"},
    Name{"date"},   Name{"echo"}, Name{"egrep"},    Name{"env"},    Name{"false"}, Name{"fgrep"},
    Name{"grep"},   Name{"head"}, Name{"hostname"}, Name{"ls"},     Name{"mkdir"}, Name{"printenv"},
    Name{"printf"}, Name{"ps"},   Name{"pwd"},      Name{"rm"},     Name{"sed"},   Name{"seq"},
    Name{"sleep"},  Name{"sort"}, Name{"tail"},     Name{"tee"},    Name{"test"},  Name{"tr"},
    Name{"true"},   Name{"uniq"}, Name{"wc"},       Name{"whoami"}, Name{"xargs"}, Name{"yes"},
};

/// A Debian image with curl but without procps, as nginx's.
constexpr std::array kSlimPrograms{
    Name{"sh"},    Name{"bash"},     Name{"dash"},   Name{"basename"}, Name{"cat"},      Name{"clear"},
    Name{"curl"},  Name{"cut"},      Name{"date"},   Name{"echo"},     Name{"egrep"},    Name{"env"},
    Name{"false"}, Name{"fgrep"},    Name{"grep"},   Name{"head"},     Name{"hostname"}, Name{"ls"},
    Name{"mkdir"}, Name{"printenv"}, Name{"printf"}, Name{"pwd"},      Name{"rm"},       Name{"sed"},
    Name{"seq"},   Name{"sleep"},    Name{"sort"},   Name{"tail"},     Name{"tee"},      Name{"test"},
    Name{"tr"},    Name{"true"},     Name{"uniq"},   Name{"wc"},       Name{"whoami"},   Name{"xargs"},
    Name{"yes"},
};

/// The same with procps, as the full Debian images of node.
constexpr auto kFullPrograms = [] {
    std::array<Name, kSlimPrograms.size() + 1> all{};
    std::ranges::copy(kSlimPrograms, all.begin());
    all.back() = "ps";
    return all;
}();

constexpr ContainerRoot kBootcamp{"/", "/bin/sh -c node server.js", kBootcampEnvironment, kBootcampFiles,
                                  kFullPrograms};
constexpr ContainerRoot kNginx{"/", "nginx: master process nginx -g daemon off;", kNginxEnvironment,
                               kNginxFiles, kSlimPrograms};
constexpr ContainerRoot kHttpd{"/usr/local/apache2", "httpd -DFOREGROUND", kHttpdEnvironment, kHttpdFiles,
                               kSlimPrograms};
constexpr ContainerRoot kBusybox{"/", "sh", {}, {}, kBusyboxPrograms};
constexpr ContainerRoot kUnknown{"/", "/app", {}, kDebianFiles, kFullPrograms};

struct Known {
    std::string_view repository;
    const ContainerRoot *root;
};

constexpr std::array kKnown{
    Known{"docker.io/jocatalin/kubernetes-bootcamp", &kBootcamp},
    Known{"docker.io/library/busybox", &kBusybox},
    Known{"docker.io/library/httpd", &kHttpd},
    Known{"docker.io/library/nginx", &kNginx},
    Known{"gcr.io/google-samples/kubernetes-bootcamp", &kBootcamp},
};

} // namespace

const ContainerRoot &containerRoot(std::string_view repository)
{
    const auto known = std::ranges::find(kKnown, repository, &Known::repository);
    return known == kKnown.end() ? kUnknown : *known->root;
}

} // namespace minato::components
