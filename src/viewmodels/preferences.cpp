// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/preferences.h"

#include <QFontDatabase>
#include <QGuiApplication>
#include <QLocale>
#include <QStyleHints>

#include <algorithm>
#include <array>
#include <cmath>

namespace minato::viewmodels {
namespace {

QString firstInstalled(const QStringList &wanted)
{
    const QStringList installed = QFontDatabase::families();
    for (const QString &family : wanted)
        if (installed.contains(family))
            return family;
    return wanted.back();
}

const std::array<std::pair<Preferences::ThemeChoice, QString>, 4> &themeNames()
{
    static const std::array<std::pair<Preferences::ThemeChoice, QString>, 4> kNames{{
        {Preferences::System, QStringLiteral("system")},
        {Preferences::Light, QStringLiteral("light")},
        {Preferences::Dark, QStringLiteral("dark")},
        {Preferences::HighContrast, QStringLiteral("contrast")},
    }};
    return kNames;
}

QString themeName(Preferences::ThemeChoice theme)
{
    return std::ranges::find(themeNames(), theme, &std::pair<Preferences::ThemeChoice, QString>::first)
        ->second;
}

} // namespace

QStringList sansFamilies()
{
    return {
        QStringLiteral("Noto Sans CJK JP"), QStringLiteral("Noto Sans JP"),  QStringLiteral("IPAexGothic"),
        QStringLiteral("IPAPGothic"),       QStringLiteral("Hiragino Sans"), QStringLiteral("Yu Gothic UI"),
        QStringLiteral("Noto Sans"),        QStringLiteral("DejaVu Sans"),   QStringLiteral("sans-serif")};
}

QStringList monoFamilies()
{
    return {QStringLiteral("JetBrains Mono"),        QStringLiteral("Noto Sans Mono"),
            QStringLiteral("DejaVu Sans Mono"),      QStringLiteral("Liberation Mono"),
            QStringLiteral("Noto Sans Mono CJK JP"), QStringLiteral("monospace")};
}

Preferences::ThemeChoice themeNamed(const QString &name)
{
    const auto found =
        std::ranges::find(themeNames(), name, &std::pair<Preferences::ThemeChoice, QString>::second);
    return found == themeNames().end() ? Preferences::System : found->first;
}

Preferences::Preferences(const QString &file, QObject *parent) : QObject(parent)
{
    m_sans = firstInstalled(sansFamilies());
    m_mono = firstInstalled(monoFamilies());
    const auto languages = QLocale::system().uiLanguages();
    if (!languages.isEmpty() && languages.first().startsWith(QLatin1String("ja")))
        m_language = QStringLiteral("ja");
    if (!file.isEmpty()) {
        m_settings = std::make_unique<QSettings>(file, QSettings::IniFormat);
        load();
    }
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this,
            &Preferences::themeChanged);
}

void Preferences::load()
{
    const QString language = m_settings->value(QStringLiteral("language")).toString();
    if (language == QLatin1String("ja") || language == QLatin1String("en"))
        m_language = language;
    const QString theme = m_settings->value(QStringLiteral("theme")).toString();
    m_theme = themeNamed(theme);
    const double scale = m_settings->value(QStringLiteral("textScale"), 1).toDouble();
    m_textScale = std::isfinite(scale) ? std::clamp(scale, kMinScale, kMaxScale) : 1;
    const double terminal = m_settings->value(QStringLiteral("terminalScale"), 1).toDouble();
    m_terminalScale =
        std::isfinite(terminal) ? std::clamp(terminal, kMinTerminalScale, kMaxTerminalScale) : 1;
    if (const QVariant kept = m_settings->value(QStringLiteral("reducedMotion")); kept.isValid())
        m_reducedMotion = kept.toBool();
    m_isBilingual = m_settings->value(QStringLiteral("bilingual"), false).toBool();
}

void Preferences::keep(const QString &key, const QVariant &value)
{
    if (m_settings)
        m_settings->setValue(key, value);
}

bool Preferences::isDark() const
{
    if (m_theme == System)
        return QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark;
    return m_theme == Dark || m_theme == HighContrast;
}

void Preferences::setLanguage(const QString &language)
{
    if (m_language == language || (language != QLatin1String("ja") && language != QLatin1String("en")))
        return;
    m_language = language;
    keep(QStringLiteral("language"), language);
    Q_EMIT languageChanged();
}

void Preferences::setTheme(ThemeChoice theme)
{
    if (m_theme == theme)
        return;
    m_theme = theme;
    keep(QStringLiteral("theme"), themeName(theme));
    Q_EMIT themeChanged();
}

void Preferences::setTextScale(double scale)
{
    scale = std::clamp(std::round(scale * 20) / 20, kMinScale, kMaxScale);
    if (qFuzzyCompare(m_textScale, scale))
        return;
    m_textScale = scale;
    keep(QStringLiteral("textScale"), scale);
    Q_EMIT textScaleChanged();
}

void Preferences::zoomTerminal(int steps)
{
    const double wanted = steps == 0 ? 1 : m_terminalScale + steps * 0.1;
    const double scale = std::clamp(std::round(wanted * 10) / 10, kMinTerminalScale, kMaxTerminalScale);
    if (qFuzzyCompare(m_terminalScale, scale))
        return;
    m_terminalScale = scale;
    keep(QStringLiteral("terminalScale"), scale);
    Q_EMIT terminalScaleChanged();
}

void Preferences::zoom(int steps)
{
    setTextScale(m_textScale + 0.1 * steps);
}

void Preferences::setBilingual(bool isBilingual)
{
    if (m_isBilingual == isBilingual)
        return;
    m_isBilingual = isBilingual;
    keep(QStringLiteral("bilingual"), isBilingual);
    Q_EMIT bilingualChanged();
}

void Preferences::setReducedMotion(bool reduced)
{
    const bool before = reducedMotion();
    m_reducedMotion = reduced;
    keep(QStringLiteral("reducedMotion"), reduced);
    if (before != reduced)
        Q_EMIT reducedMotionChanged();
}

void Preferences::setDesktopReducesMotion(bool reduces)
{
    const bool before = reducedMotion();
    m_desktopReducesMotion = reduces;
    if (before != reducedMotion())
        Q_EMIT reducedMotionChanged();
}

} // namespace minato::viewmodels
