// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSettings>
#include <QtQml/qqmlregistration.h>

#include <memory>
#include <optional>

namespace minato::viewmodels {

/// The learner's choices about language and looks; kept in one INI file.
///
/// Errors    A file that cannot be written costs only the memory of the choice.
class Preferences : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("")
    Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY languageChanged)
    Q_PROPERTY(
        minato::viewmodels::Preferences::ThemeChoice theme READ theme WRITE setTheme NOTIFY themeChanged)
    Q_PROPERTY(bool isDark READ isDark NOTIFY themeChanged)
    Q_PROPERTY(bool isHighContrast READ isHighContrast NOTIFY themeChanged)
    Q_PROPERTY(double textScale READ textScale WRITE setTextScale NOTIFY textScaleChanged)
    Q_PROPERTY(double terminalScale READ terminalScale NOTIFY terminalScaleChanged)
    Q_PROPERTY(bool reducedMotion READ reducedMotion WRITE setReducedMotion NOTIFY reducedMotionChanged)
    Q_PROPERTY(bool isBilingual READ isBilingual WRITE setBilingual NOTIFY bilingualChanged)
    Q_PROPERTY(QString sansFamily READ sansFamily CONSTANT)
    Q_PROPERTY(QString monoFamily READ monoFamily CONSTANT)

public:
    enum ThemeChoice { System, Light, Dark, HighContrast };
    Q_ENUM(ThemeChoice)
    static constexpr double kMinScale = 0.9, kMaxScale = 2.0;
    static constexpr double kMinTerminalScale = 0.7, kMaxTerminalScale = 2.0;

    /// An empty file name: nothing is kept (tests, pictures).
    explicit Preferences(const QString &file = {}, QObject *parent = nullptr);

    /// "en" or "ja"; at first the desktop's, English if it is neither.
    [[nodiscard]] QString language() const { return m_language; }
    [[nodiscard]] ThemeChoice theme() const { return m_theme; }
    [[nodiscard]] bool isDark() const;
    /// Light on black, with borders around everything.
    [[nodiscard]] bool isHighContrast() const { return m_theme == HighContrast; }
    [[nodiscard]] double textScale() const { return m_textScale; }
    /// Of the terminal's text, beside that of the window's.
    [[nodiscard]] double terminalScale() const { return m_terminalScale; }
    /// As the learner chose; before that, as the desktop asks.
    [[nodiscard]] bool reducedMotion() const { return m_reducedMotion.value_or(m_desktopReducesMotion); }
    /// Lessons are read in both languages.
    [[nodiscard]] bool isBilingual() const { return m_isBilingual; }
    /// The first of the wanted families that this machine has.
    [[nodiscard]] QString sansFamily() const { return m_sans; }
    [[nodiscard]] QString monoFamily() const { return m_mono; }

    void setLanguage(const QString &language);
    void setTheme(ThemeChoice theme);
    void setTextScale(double scale);
    void setReducedMotion(bool reduced);
    void setDesktopReducesMotion(bool reduces);
    void setBilingual(bool isBilingual);
    Q_INVOKABLE void zoom(int steps);
    /// Larger (1), smaller (-1), or the usual size (0).
    Q_INVOKABLE void zoomTerminal(int steps);
    Q_INVOKABLE void resetZoom() { setTextScale(1); }

Q_SIGNALS:
    void languageChanged();
    void themeChanged();
    void textScaleChanged();
    void terminalScaleChanged();
    void reducedMotionChanged();
    void bilingualChanged();

private:
    void load();
    void keep(const QString &key, const QVariant &value);

    std::unique_ptr<QSettings> m_settings;
    QString m_language = QStringLiteral("en");
    ThemeChoice m_theme = System;
    double m_textScale = 1, m_terminalScale = 1;
    std::optional<bool> m_reducedMotion; ///< nothing: not chosen
    bool m_desktopReducesMotion = false, m_isBilingual = false;
    QString m_sans, m_mono;
};

/// "light", "dark", "contrast"; anything else is the desktop's.
[[nodiscard]] Preferences::ThemeChoice themeNamed(const QString &name);

/// The families for an application font, in order: the Japanese face first, so that a desktop in another
/// language does not choose Chinese shapes for kanji.
[[nodiscard]] QStringList sansFamilies();
[[nodiscard]] QStringList monoFamilies();

} // namespace minato::viewmodels
