// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Pictures of the window with a scripted feed: preview OUT.png [LANG] [THEME] [WxH] [PAGE] [SCENE] [SCALE]
// SCENE: start, busy, crowd, flow, or city:NODES:PODS[:ZONES[:GROUPING]], which is measured as well.
#include "preview/lab_feed.h"
#include "viewmodels/app_model.h"

#include <QApplication>
#include <QQmlApplicationEngine>
#include <QQmlExtensionPlugin>
#include <QQuickItem>
#include <QQuickStyle>
#include <QQuickWindow>
#include <QTimer>

#include <algorithm>
#include <ctime>
#include <vector>

Q_IMPORT_QML_PLUGIN(Minato_ViewModelsPlugin)
Q_IMPORT_QML_PLUGIN(Minato_ControlsPlugin)
Q_IMPORT_QML_PLUGIN(Minato_ChartsPlugin)
Q_IMPORT_QML_PLUGIN(Minato_PagesPlugin)
Q_IMPORT_QML_PLUGIN(Minato_AppPlugin)

using namespace minato;

namespace {

/// "city:NODES:PODS[:ZONES[:GROUPING]]"
struct City {
    int nodes = 0, pods = 0, zones = 0;
    viewmodels::ClusterModel::Grouping grouping = viewmodels::ClusterModel::ByNode;
};

City cityOf(const QString &scene)
{
    if (!scene.startsWith(QLatin1String("city:")))
        return {};
    return {scene.section(u':', 1, 1).toInt(), scene.section(u':', 2, 2).toInt(),
            scene.section(u':', 3, 3).toInt(),
            viewmodels::ClusterModel::Grouping(scene.section(u':', 4, 4).toInt())};
}

/// Removes what the scene before had.
void clear(viewmodels::AppModel &model)
{
    session::Batch gone = tests::LabFeed::start();
    for (auto &[uid, node] : gone.nodes)
        node.reset();
    for (auto &[uid, pod] : gone.pods)
        pod.reset();
    for (auto &[uid, pod] : tests::LabFeed::busy().pods)
        gone.pods[uid] = std::nullopt;
    model.apply(gone);
}

double milliseconds(std::clock_t since)
{
    return double(std::clock() - since) * 1000 / CLOCKS_PER_SEC;
}

/// What a batch costs the window's thread: to take it in, and to draw it.
void measure(viewmodels::AppModel &model, QQuickWindow &window, const City &city)
{
    std::vector<double> taken, drawn;
    for (int round = 0; round < 20; ++round) {
        const auto batch =
            tests::LabFeed::cityChanges(city.nodes, city.pods, std::min(city.pods, 1000), round);
        std::clock_t start = std::clock(); // of this program alone: others may be busy beside it
        model.cluster()->apply(batch);
        taken.push_back(milliseconds(start));
        start = std::clock();
        window.grabWindow();
        drawn.push_back(milliseconds(start));
    }
    std::ranges::sort(taken);
    std::ranges::sort(drawn);
    qInfo("%d Pods on %d nodes: %zu changes taken in %.2f ms (median), %.2f ms (most); the whole window "
          "drawn in %.1f ms",
          city.pods, city.nodes, std::size_t(std::min(city.pods, 1000)), taken[10], taken[19], drawn[10]);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const QStringList args = app.arguments();
    const auto arg = [&](int i, const char *otherwise) {
        return args.value(i, QString::fromLatin1(otherwise));
    };
    QFont font;
    font.setFamilies(viewmodels::sansFamilies());
    font.setPixelSize(14);
    font.setHintingPreference(QFont::PreferNoHinting);
    QApplication::setFont(font);
    viewmodels::AppModel model({.commands = [](session::Command) {}});
    model.preferences()->setLanguage(arg(2, "ja"));
    model.preferences()->setTheme(arg(3, "light") == QLatin1String("dark") ? viewmodels::Preferences::Dark
                                                                           : viewmodels::Preferences::Light);
    model.preferences()->setTextScale(arg(7, "1").toDouble());
    model.lesson()->open(
        [](const QString &language) {
            return tests::LabFeed::lesson(QStringLiteral(MINATO_SOURCE_DIR "/lessons/scale"), language);
        },
        model.preferences()->language(), arg(5, "scale-up"));
    model.apply(tests::LabFeed::start());
    const QString scene = arg(6, "busy");
    if (scene != QLatin1String("start")) {
        model.apply(tests::LabFeed::busy());
        model.apply(tests::LabFeed::traffic(60));
        model.apply(tests::LabFeed::terminal());
        session::Batch batch;
        batch.lesson = session::LessonState{"scale",
                                            1,
                                            true,
                                            {{"asked", session::GoalProgress::State::Done},
                                             {"ready", session::GoalProgress::State::Waiting}}};
        model.apply(batch);
    }
    if (scene == QLatin1String("crowd"))
        model.apply(tests::LabFeed::crowd(60));
    const City city = cityOf(scene);
    if (city.nodes > 0) {
        model.cluster()->setGrouping(city.grouping);
        clear(model);
        model.apply(tests::LabFeed::city(city.nodes, city.pods, city.zones));
    }
    QQmlApplicationEngine engine;
    const QSize size(arg(4, "1280x800").section(u'x', 0, 0).toInt(),
                     arg(4, "1280x800").section(u'x', 1).toInt());
    engine.setInitialProperties({{QStringLiteral("app"), QVariant::fromValue(&model)},
                                 {QStringLiteral("width"), size.width()},
                                 {QStringLiteral("height"), size.height()}});
    engine.loadFromModule("Minato.App", "Main");
    if (engine.rootObjects().isEmpty())
        return 1;
    auto *window = qobject_cast<QQuickWindow *>(engine.rootObjects().first());
    if (scene == QLatin1String("flow"))
        QTimer::singleShot(1500, &model, [&] { model.apply(tests::LabFeed::traffic(4)); });
    QTimer::singleShot(900, window, [&] {
        const double scroll = arg(8, "0").toDouble();
        if (auto *page = window->findChild<QQuickItem *>(QStringLiteral("lessonScroll")))
            page->setProperty("contentY",
                              scroll * (page->property("contentHeight").toDouble() - page->height()));
    });
    if (city.nodes > 0)
        QTimer::singleShot(1300, window, [&] { measure(model, *window, city); });
    QTimer::singleShot(1800, window, [&] {
        window->grabWindow().save(arg(1, "out.png"));
        QApplication::quit();
    });
    return QApplication::exec();
}
