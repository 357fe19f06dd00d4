// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/data_folders.h"
#include "lessons/lesson_loader.h"
#include "realcluster/window_hand.h"

#include <QApplication>

#include <algorithm>
#include <cstdio>
#include <print>

/// The seed lesson in the window over a real control plane, as a learner does it: opens the context, presses the badge
/// and the yes, runs each step's own solution in the terminal, waits for the goals, goes on, removes the namespace.
/// window_lesson KUBECONFIG FOLDER ja|en: keeps pictures in the folder; exit status 0 when all goals were reached.
namespace minato::tests {
namespace {

class Learner {
public:
    explicit Learner(WindowHand &hand) : m_hand(hand), m_app(hand.lab().app()) {}

    [[nodiscard]] bool consent()
    {
        auto &connection = m_hand.connection();
        if (!m_hand.wait("the connection", [&] { return connection.isConnected(); }))
            return false;
        m_hand.picture("1-read-only");
        if (!m_hand.press(connection.badge()))
            return false;
        m_hand.picture("2-badge");
        return m_hand.press(m_hand.word("connection.allow").arg(connection.ns())) &&
               m_hand.wait("the yes", [&] { return connection.mayWrite() && !connection.isBusy(); }) &&
               m_hand.press(m_hand.word("differences.close")) &&
               m_hand.wait("the lesson's objects", [this] { return m_app.lesson()->isReady(); });
    }
    [[nodiscard]] bool play(const lessons::Lesson &lesson)
    {
        for (std::size_t i = 0; i < lesson.steps.size(); ++i) {
            m_app.lesson()->setPage(static_cast<int>(i) + 1);
            for (const lessons::SolutionLine &line : lesson.steps[i].solution) {
                if (!solve(lesson.steps[i], line))
                    return false;
            }
            const auto &goals = *m_app.lesson()->goals();
            if (!m_hand.wait(lesson.steps[i].id, [&] { return goals.isAllDone(); }))
                return false;
            std::println("step {}: {} of {} goals", lesson.steps[i].id, goals.doneCount(), goals.count());
            m_hand.picture("3-" + lesson.steps[i].id);
        }
        return true;
    }
    [[nodiscard]] bool leave()
    {
        auto &connection = m_hand.connection();
        return m_hand.press(connection.badge()) &&
               m_hand.press(m_hand.word("connection.remove").arg(connection.ns())) &&
               m_hand.wait("the namespace to go", [&] {
                   return !connection.mayWrite() && !connection.isBusy() && m_app.cluster()->podCount() == 0;
               });
    }

private:
    [[nodiscard]] bool solve(const lessons::Step &step, const lessons::SolutionLine &line)
    {
        if (line.kind == lessons::SolutionLine::Kind::Command)
            return m_hand.type(line.text);
        const auto goal = std::ranges::find(step.goals, line.text, &lessons::Goal::id) - step.goals.begin();
        const auto &goals = *m_app.lesson()->goals();
        return m_hand.wait(line.text, [&goals, goal] {
            const QModelIndex index = goals.index(static_cast<int>(goal));
            return index.data(viewmodels::GoalListModel::StateRole).toInt() ==
                   static_cast<int>(session::GoalProgress::State::Done);
        });
    }

    WindowHand &m_hand;
    viewmodels::AppModel &m_app;
};

int run(const QStringList &arguments)
{
    if (arguments.size() != 3)
        return std::println(stderr, "window_lesson: wants a kubeconfig, a folder and a language"), 2;
    const auto hand = WindowHand::open(arguments[0], {}, arguments[1], arguments[2]);
    if (!hand)
        return 1;
    const auto catalogue = lessons::loadCatalogue(app::lessonsFolder().toStdString());
    const auto lesson = std::ranges::find(catalogue.lessons, "scale", &lessons::Lesson::id);
    Learner learner(*hand);
    const bool isDone = lesson != catalogue.lessons.end() && learner.consent() && learner.play(*lesson);
    hand->picture(isDone ? "4-done" : "4-stuck");
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
