# SPDX-FileCopyrightText: 2026 Minato contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2154  # variables are shared with the scripts that source this
#
# Building inside the build environment, for tools/run, tools/test and .ci/run.

# Configures where that has not been done yet (the build notices changed CMake files itself) and builds.
build_preset() {
    local preset=$1 log=$repository/build/$1/configure.log
    shift
    cd "$repository" || fail "can't enter $repository"
    export NINJA_STATUS='[%f/%t, %es] '
    if [ ! -e "build/$preset/build.ninja" ] || [ CMakePresets.json -nt "build/$preset/build.ninja" ]; then
        mkdir -p "build/$preset" 2>/dev/null || fail "can't make the folder $repository/build/$preset"
        say "configuring preset $preset …"
        cmake --fresh --preset "$preset" >"$log" 2>&1 || {
            cat "$log" >&2
            fail "configuring preset $preset failed (log: $log)"
        }
        touch "build/$preset/build.ninja"
    fi
    say "building preset $preset …"
    cmake --build --preset "$preset" "$@" >&2 || fail "building preset $preset failed"
}

# Draws the window without a display: draw_window FILE.png ARG… (arguments of the lab).
draw_window() {
    local picture=$1
    shift
    QT_QPA_PLATFORM=offscreen QT_QUICK_BACKEND=software timeout 120 \
        "$repository/build/release/bin/minato" "$@" --screenshot "$picture" ||
        fail "the lab could not draw $picture"
    [ "$(head -c 4 "$picture" | tail -c 3)" = PNG ] || fail "$picture is no PNG picture"
}
