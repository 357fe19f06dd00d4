# SPDX-FileCopyrightText: 2026 Minato contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2034,SC2154  # variables are shared with the scripts that source this
#
# Shared by the scripts of tools/: words to the user, the package lists, long commands with progress.
# The script that sources this sets `me`, the name it speaks under, and `tools`, the folder of the scripts.

cache=${XDG_CACHE_HOME:-${HOME:?HOME must be set}/.cache}/minato

say() { printf '%s: %s\n' "$me" "$*" >&2; }

fail() {
    say "$*"
    exit 1
}

# The packages of one list (run, test), one a line.
packages_of() {
    sed -E 's/#.*//; s/[ \t]+/\n/g' "$tools/packages-$1.txt" | sed '/^$/d'
}

# What it takes for $1: the tests build and run the lab too.
packages_for() {
    packages_of run
    [ "$1" = run ] || packages_of test
}

# As root directly, otherwise with sudo. Only after need_root has made sure that it can work.
as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    else
        sudo -n "$@"
    fi
}

# need_root WHY…: asks for the password now (never behind the progress display), or ends with one sentence.
need_root() {
    [ "$(id -u)" -eq 0 ] && return
    command -v sudo >/dev/null ||
        fail "$* needs root, and there is no sudo here; run it once as root, or install sudo"
    sudo -n true 2>/dev/null && return
    [ -t 0 ] || fail "$* needs root, and sudo wants a password, which can't be asked without a terminal"
    say "$* needs root; sudo may ask for your password"
    sudo -v || fail "$* needs root, and sudo refused"
}

# One set-up at a time.
lock_setup() {
    mkdir -p "$cache" 2>/dev/null || fail "can't make the folder $cache"
    exec 8>"$cache/setup.lock"
    flock -n 8 && return
    say "another set-up is running here; waiting for it"
    flock 8
}

unlock_setup() { exec 8>&-; }

apt_install() {
    local proxies
    mapfile -t proxies < <(env | grep -iE '^(https?|ftp|no)_proxy=')
    as_root env DEBIAN_FRONTEND=noninteractive "${proxies[@]}" \
        apt-get -q -y -o DPkg::Lock::Timeout=120 -o Dpkg::Use-Pty=0 "$@" </dev/null
}

# The sentence for a failed set-up step, from its log.
why_failed() {
    local log=$1 found
    if grep -qiE 'no space left|not enough free space|you don.t have enough free space' "$log"; then
        echo "the disk is full"
    elif grep -qiE 'temporary failure resolving|could not resolve|could not connect|unable to connect|network is unreachable|connection (timed out|refused|failed)|no route to host|cannot initiate the connection' "$log"; then
        echo "the package server can't be reached (no network?)"
    elif found=$(grep -oiE 'unable to locate package [^ ]+|package .?[^ ]+.? has no installation candidate' "$log" | head -n 1) && [ -n "$found" ]; then
        echo "${found,}"
    elif grep -qiE 'could not get lock|unable to acquire the dpkg frontend lock' "$log"; then
        echo "another package manager is running"
    else
        found=$(grep -E '^(E:|mmdebstrap|tar:|dpkg: error)' "$log" | tail -n 1)
        echo "${found:-it ended without a word}"
    fi
}

# with_progress WHAT LOG CMD…: runs CMD with its output in LOG and shows what it is doing and for how long.
# Interrupting ends CMD too and calls discard_half_made, where a script has one.
with_progress() {
    local what=$1 log=$2 job started=$SECONDS status=0
    shift 2
    mkdir -p "$(dirname "$log")"
    set -m
    "$@" >"$log" 2>&1 </dev/null &
    job=$!
    set +m
    trap 'interrupted '"$job" INT TERM HUP
    show_progress "$what" "$log" "$job" "$started"
    wait "$job" || status=$?
    trap - INT TERM HUP
    if [ "$status" -ne 0 ]; then
        say "$what failed after $((SECONDS - started)) s: $(why_failed "$log") (log: $log)"
        return 1
    fi
    say "$what: done in $((SECONDS - started)) s"
}

interrupted() {
    trap '' INT TERM HUP
    [ ! -t 2 ] || printf '\r\033[K' >&2
    kill -TERM -- "-$1" 2>/dev/null || sudo -n kill -TERM -- "-$1" 2>/dev/null || true
    wait "$1" 2>/dev/null || true
    ! declare -F discard_half_made >/dev/null || discard_half_made
    fail "interrupted; nothing half-made is kept"
}

show_progress() {
    local what=$1 log=$2 job=$3 started=$4 seconds next=0
    say "$what …"
    while kill -0 "$job" 2>/dev/null || [ -d "/proc/$job" ] && ! job_is_over "$job"; do
        seconds=$((SECONDS - started))
        if [ -t 2 ]; then
            printf '\r\033[K  %4d s  %s' "$seconds" "$(current_step "$log")" >&2
        elif [ "$seconds" -ge "$next" ] && [ "$seconds" -gt 0 ]; then
            next=$((seconds + 10))
            printf '  %4d s  %s\n' "$seconds" "$(current_step "$log")" >&2
        fi
        sleep 0.5
    done
    [ ! -t 2 ] || printf '\r\033[K' >&2
}

job_is_over() {
    local state
    state=$(cut -d ' ' -f 3 "/proc/$1/stat" 2>/dev/null) || return 0
    [ "$state" = Z ]
}

# The last line of the log that tells a person something, cut to the width of a terminal.
current_step() {
    tail -c 4000 "$1" 2>/dev/null | tr '\r' '\n' |
        grep -E '^(I: |Get:|Unpacking |Setting up |Processing |Hit:|Fetched )' | tail -n 1 |
        sed -E 's/^Get:[0-9]+ [^ ]+ [^ ]+ [^ ]+ ([^ ]+).*/downloading \1/; s/^Hit:.*|^downloading (\[.*|Packages)/reading package lists/; s/^I: //; s/ \([^)]*\).*//' |
        cut -c 1-60
}
