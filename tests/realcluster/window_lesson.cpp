// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/data_folders.h"
#include "app/minato/camera.h"
#include "app/minato/lab.h"
#include "lessons/lesson_loader.h"

#include <QAccessible>
#include <QApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QQuickWindow>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <print>

/// The seed lesson in the window over a real control plane, as a learner does it: opens the context, presses the badge
/// and the yes, runs each step's own solution in the terminal, waits for the goals, goes on, removes the namespace.
/// window_lesson KUBECONFIG FOLDER ja|en: keeps pictures in the folder; exit status 0 when all goals were reached.
namespace minato::tests {
namespace {

using namespace std::chrono_literals;

constexpr auto kPatience = 180s;

bool wait(const char *what, const std::function<bool()> &condition)
{
    for (const QDeadlineTimer end(kPatience); !condition();) {
        if (end.hasExpired()) {
            std::println(stderr, "window_lesson: waited in vain for {}", what);
            return false;
        }
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 20);
    }
    return true;
}

/// The first thing to press whose name begins so.
QAccessibleInterface *find(QAccessibleInterface *item, const QString &name)
{
    if (!item || item->state().invisible)
        return nullptr;
    if (item->actionInterface() && item->text(QAccessible::Name).startsWith(name))
        return item;
    for (int i = 0; i < item->childCount(); ++i) {
        if (auto *found = find(item->child(i), name))
            return found;
    }
    return nullptr;
}

class Learner {
public:
    Learner(app::Lab &lab, const app::Words &words, QString folder)
        : m_lab(lab), m_words(words), m_folder(std::move(folder))
    {
    }

    [[nodiscard]] bool consent()
    {
        auto &connection = *m_lab.app().connection();
        if (!wait("the connection", [&] { return connection.isConnected(); }))
            return false;
        picture("1-read-only");
        if (!press(connection.badge()))
            return false;
        picture("2-badge");
        return press(m_words("connection.allow").arg(connection.ns())) &&
               wait("the yes", [&] { return connection.mayWrite() && !connection.isBusy(); }) &&
               press(m_words("differences.close")) &&
               wait("the lesson's objects", [&] { return m_lab.app().lesson()->isReady(); });
    }
    [[nodiscard]] bool play(const lessons::Lesson &lesson)
    {
        for (std::size_t i = 0; i < lesson.steps.size(); ++i) {
            m_lab.app().lesson()->setPage(static_cast<int>(i) + 1);
            for (const lessons::SolutionLine &line : lesson.steps[i].solution) {
                if (!solve(lesson.steps[i], line))
                    return false;
            }
            const auto &goals = *m_lab.app().lesson()->goals();
            if (!wait(lesson.steps[i].id.c_str(), [&] { return goals.isAllDone(); }))
                return false;
            std::println("step {}: {} of {} goals", lesson.steps[i].id, goals.doneCount(), goals.count());
            picture("3-" + lesson.steps[i].id);
        }
        return true;
    }
    [[nodiscard]] bool leave()
    {
        auto &connection = *m_lab.app().connection();
        return press(connection.badge()) && press(m_words("connection.remove").arg(connection.ns())) &&
               wait("the namespace to go", [&] { return !connection.mayWrite() && !connection.isBusy(); });
    }
    void picture(const std::string &name)
    {
        app::Camera::settle(m_lab.window(), 300ms);
        const QString file = m_folder + u'/' + QString::fromStdString(name) + QStringLiteral(".png");
        if (const auto stop = app::Camera::take(m_lab.window(), file, m_words))
            std::println(stderr, "window_lesson: {}", stop->text.toStdString());
    }

private:
    [[nodiscard]] bool press(const QString &name)
    {
        app::Camera::settle(m_lab.window(), 200ms);
        auto *item = find(QAccessible::queryAccessibleInterface(&m_lab.window()), name);
        if (item && item->object())
            return QMetaObject::invokeMethod(item->object(), "click");
        std::println(stderr, "window_lesson: nothing to press is called {}", name.toStdString());
        return false;
    }
    [[nodiscard]] bool solve(const lessons::Step &step, const lessons::SolutionLine &line)
    {
        if (line.kind == lessons::SolutionLine::Kind::Command) {
            m_lab.app().terminal()->runCommands(QString::fromStdString(line.text));
            return wait(line.text.c_str(), [this] { return !m_lab.app().terminal()->isBusy(); });
        }
        const auto goal = std::ranges::find(step.goals, line.text, &lessons::Goal::id) - step.goals.begin();
        const auto &goals = *m_lab.app().lesson()->goals();
        return wait(line.text.c_str(), [&goals, goal] {
            const QModelIndex index = goals.index(static_cast<int>(goal));
            return index.data(viewmodels::GoalListModel::StateRole).toInt() ==
                   static_cast<int>(session::GoalProgress::State::Done);
        });
    }

    app::Lab &m_lab;
    const app::Words &m_words;
    QString m_folder;
};

int run(const QStringList &arguments)
{
    if (arguments.size() != 3)
        return std::println(stderr, "window_lesson: wants a kubeconfig, a folder and a language"), 2;
    app::Options options;
    options.isReal = options.isLessonGiven = true;
    options.kubeconfig = arguments[0];
    options.language = arguments[2];
    options.theme = QStringLiteral("light");
    options.size = QSize(1280, 800);
    options.progress = arguments[1] + QStringLiteral("/progress.json");
    QDir().mkpath(arguments[1]);
    QAccessible::setActive(true);
    const app::Words words(options.language);
    auto lab = app::Lab::make(options, words);
    if (!lab)
        return app::tell("window_lesson", lab.error());
    if (const auto stop = (*lab)->open())
        return app::tell("window_lesson", *stop);
    const auto catalogue = lessons::loadCatalogue(app::lessonsFolder().toStdString());
    const auto lesson = std::ranges::find(catalogue.lessons, "scale", &lessons::Lesson::id);
    Learner learner(**lab, words, arguments[1]);
    const bool isDone = lesson != catalogue.lessons.end() && learner.consent() && learner.play(*lesson);
    learner.picture(isDone ? "4-done" : "4-stuck");
    return isDone && learner.leave() ? 0 : 1;
}

} // namespace
} // namespace minato::tests

int main(int argc, char **argv)
{
    QApplication::setApplicationName(QStringLiteral("minato"));
    const QApplication application(argc, argv);
    return minato::tests::run(QApplication::arguments().mid(1));
}
