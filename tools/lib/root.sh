# SPDX-FileCopyrightText: 2026 Minato contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2034,SC2154  # variables are shared with the scripts that source this
#
# The private Debian 13 root: making, finding and entering it.
#
# A root is never changed once it is complete. It stands under the cache folder as
#   root-<hash of the run list>                        for building and running
#   root-<hash of the run list>-<hash of the test list>  with the tests' packages as well
# and is made under another name first: what carries such a name is complete. Whoever is inside holds a
# shared lock on root-….lock; a root that no list asks for any more is removed when nobody holds it.

root_format=1 # raise when the way of making a root changes
extra_packages=locales
# Languages that the window can start in; others of the host's become C.UTF-8.
root_locales=(ja_JP en_US)

compute_names() {
    local run test
    run=$(list_hash run) test=$(list_hash test)
    root_for_run=$cache/root-$run
    root_for_test=$cache/root-$run-$test # serves both
}

list_hash() { { echo "$root_format"; packages_of "$1"; } | sha256sum | cut -c 1-10; }

# Sets `root` to the complete root that serves $1.
find_root() {
    [ -n "${root_for_run:-}" ] || compute_names
    if [ -d "$root_for_test" ]; then
        root=$root_for_test
    elif [ "$1" = run ] && [ -d "$root_for_run" ]; then
        root=$root_for_run
    else
        return 1
    fi
}

# ---- making -------------------------------------------------------------------------------------------

ensure_root() {
    local wanted=$1
    find_root "$wanted" && return
    lock_setup
    if ! find_root "$wanted"; then
        remove_leftovers
        make_root "$wanted"
        remove_unused_roots
    fi
    unlock_setup
    find_root "$wanted"
}

make_root() {
    local wanted=$1 complete=$root_for_run new started=$SECONDS
    [ "$wanted" = run ] || complete=$root_for_test
    new=$cache/new-${complete##*/}
    need_space "$wanted"
    need_host_tools
    say "this system has no Qt 6.8, so a private Debian 13 goes into $cache"
    say "(up to $(root_megabytes "$wanted") MB; removing that folder undoes it)"
    mkdir "$new" || fail "can't make the folder $new"
    with_progress "installing $(packages_for "$wanted" | wc -l) packages and what they need" \
        "$cache/setup.log" fill_root "$wanted" "$new" || { remove_leftovers; exit 1; }
    mv "$new" "$complete" || fail "can't rename $new to $complete"
    say "the build environment is ready ($((SECONDS - started)) s)"
}

root_megabytes() {
    case $1 in
        run) echo 1900 ;;
        test) echo 2600 ;;
    esac
}

need_space() {
    local free need
    need=$(root_megabytes "$1")
    free=$(df --output=avail -k "$cache" | tail -n 1)
    [ $((free / 1024)) -ge "$need" ] ||
        fail "the disk is too full: $cache has $((free / 1024)) MB free, the build environment needs $need MB"
}

# mmdebstrap makes the root; root enters it with mount and chroot, an ordinary user with bubblewrap.
need_host_tools() {
    local missing=()
    command -v mmdebstrap >/dev/null || missing+=(mmdebstrap)
    if [ "$(id -u)" -eq 0 ]; then
        command -v mount >/dev/null || missing+=(mount)
    else
        command -v bwrap >/dev/null || missing+=(bubblewrap)
        command -v newuidmap >/dev/null || missing+=(uidmap)
    fi
    [ ${#missing[@]} -gt 0 ] || return 0
    command -v apt-get >/dev/null ||
        fail "this system has no Qt 6.8 with KF6 SyntaxHighlighting; install those, or ${missing[*]}, with its package manager"
    need_root "installing ${missing[*]}"
    with_progress "installing ${missing[*]}" "$cache/setup.log" install_on_host "${missing[@]}" || exit 1
}

install_on_host() {
    apt_install install --no-install-recommends "$@" && return
    echo "trying again with fresh package lists"
    apt_install -o APT::Update::Error-Mode=any update && apt_install install --no-install-recommends "$@"
}

fill_root() {
    local wanted=$1 new=$2 ended=()
    if [ "$(id -u)" -eq 0 ]; then
        bootstrap "$wanted" root "$new"
    elif can_unshare; then
        # The user owns every file, so that no sudo is needed to enter or to remove it.
        bootstrap "$wanted" unshare - | unpack "$new"
        ended=("${PIPESTATUS[@]}")
        [ "${ended[*]}" = "0 0" ] || { echo "E: mmdebstrap ended with ${ended[0]}, tar with ${ended[1]}"; return 1; }
    else
        bootstrap "$wanted" sudo "$new"
    fi
}

# tar stops reading at the archive's end mark, before what mmdebstrap may still write after it: read that too.
unpack() {
    tar -x --no-same-owner -C "$1" --exclude='./dev/*' || return
    cat >/dev/null
}

can_unshare() {
    command -v newuidmap >/dev/null && grep -q "^$(id -un):" /etc/subuid 2>/dev/null &&
        unshare --user --map-root-user true 2>/dev/null
}

bootstrap() {
    local wanted=$1 mode=$2 target=$3 command=() arguments=() packages mirror
    [ "$mode" != sudo ] || { command=(sudo -n '--preserve-env=http_proxy,https_proxy'); mode=root; }
    mirror=$(host_mirror)
    packages=$(packages_for "$wanted" | paste -s -d ,)
    mapfile -t arguments < <(network_settings | sed 's/^/--aptopt=/')
    # shellcheck disable=SC2016  # $1 is for the hook's own shell
    arguments+=(
        --mode="$mode" --variant=minbase --verbose
        --include="$packages,$extra_packages"
        --aptopt='Apt::Install-Recommends "false"'
        --dpkgopt=force-unsafe-io # a root that a power cut ruins is made anew
        --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/info/*'
        --customize-hook="for l in ${root_locales[*]}; do chroot \"\$1\" localedef -i \$l -f UTF-8 \$l.UTF-8; done"
        # The host's own are laid over these; a symbolic link could not take them.
        --customize-hook='cd "$1/etc" && rm -f hosts localtime && touch hosts localtime resolv.conf'
        --customize-hook='od -An -N16 -tx1 /dev/urandom | tr -d " \n" >"$1/etc/machine-id"'
        --skip=cleanup/reproducible
    )
    "${command[@]}" mmdebstrap "${arguments[@]}" trixie "$target" ${mirror:+"$mirror"}
}

# The server that this Debian's own package sources name; empty elsewhere, where mmdebstrap knows one.
host_mirror() {
    command -v apt-get >/dev/null && grep -q '^ID=debian$' /etc/os-release || return 0
    # shellcheck disable=SC2016  # apt-get's own placeholders
    apt-get indextargets --format '$(RELEASE) $(COMPONENT) $(REPO_URI)' 'Created-By: Packages' 2>/dev/null |
        awk -v codename="$(sed -n 's/^VERSION_CODENAME=//p' /etc/os-release)" \
            '($1 == codename || $1 == "stable") && $2 == "main" && $3 ~ /^https?:/ { print $3; exit }'
}

# How this host's apt reaches its servers (proxy, retries, a clock that is off) holds for the root too.
network_settings() {
    command -v apt-config >/dev/null || return 0
    apt-config dump |
        grep -E '^Acquire::(https?::(Proxy|Timeout|Verify|CaInfo|Pipeline)[^ ]*|Retries|Check-Valid-Until|Check-Date|Max-FutureTime|ForceIPv[46]) ' |
        grep -v ' "";$' || true
}

# ---- removing -----------------------------------------------------------------------------------------

# Only under the set-up lock: what stands here under these names is nobody's work in progress then.
remove_leftovers() {
    local tree
    for tree in "$cache"/new-root-* "$cache"/gone-*; do
        remove_tree "$tree"
    done
}

# A tree is renamed before it goes, so that a half-removed one is never taken for a root.
remove_tree() {
    local gone=$cache/gone-$$
    [ -e "$1" ] || return 0
    case $1 in
        "$cache"/gone-*) gone=$1 ;;
        *) mv "$1" "$gone" ;;
    esac
    rm -rf --one-file-system "$gone" 2>/dev/null || sudo -n rm -rf --one-file-system "$gone" 2>/dev/null ||
        say "can't remove $gone"
}

discard_half_made() { remove_leftovers; }

remove_unused_roots() {
    local tree root
    find_root run || return 0
    for tree in "$cache"/root-*/; do
        tree=${tree%/}
        if [ -d "$tree" ] && [ "$tree" != "$root" ] && flock -n -x "$tree.lock" true; then
            remove_tree "$tree"
            rm -f "$tree.lock"
        fi
    done
}

# ---- entering -----------------------------------------------------------------------------------------

# Replaces this process by CMD… inside the root. As root through a mount namespace of its own and chroot:
# CMD keeps the process id, so signals reach it, and it works inside a chroot too. Otherwise with bubblewrap.
enter_root() {
    local root=$1
    shift
    : >>"$root.lock" 2>/dev/null || true
    [ ! -r "$root.lock" ] || { exec 9<"$root.lock"; flock -s 9; }
    list_binds "$root"
    list_environment "$root"
    set -- "${inside[@]}" "$@"
    if [ "$(id -u)" -eq 0 ] && unshare --mount true 2>/dev/null; then
        enter_by_chroot "$@"
    elif command -v bwrap >/dev/null && bwrap --ro-bind / / true 2>/dev/null; then
        enter_by_bwrap "$@"
    elif [ "$(id -u)" -ne 0 ] && command -v sudo >/dev/null; then
        need_root "entering the build environment (bubblewrap doesn't work here)"
        enter_by_sudo "$@"
    fi
    fail "can't enter the build environment: this system allows neither bubblewrap nor mounts (a container without privileges?)"
}

# Fills `binds` with "ro|rw SOURCE TARGET" rows: the root's system folders read-only, what is the user's
# and not the system's at its own path.
list_binds() {
    local root=$1 path file
    binds=()
    for path in usr etc var; do
        bind ro "$root/$path" "/$path"
    done
    for path in /*; do
        case $path in
            /usr | /etc | /var | /bin | /sbin | /lib* | /run | /boot | /lost+found | /initrd* | /vmlinuz*) ;;
            /dev | /proc | /sys | /tmp) bind rw "$path" "$path" ;;
            *) [ -L "$path" ] || ! has_entries "$path" || bind rw "$path" "$path" ;;
        esac
    done
    for path in /var/tmp "$HOME" "$repository" "$PWD" "$cache" "${XDG_RUNTIME_DIR:-}" "${CCACHE_DIR:-}" /run/dbus; do
        already_bound "$path" || bind rw "$path" "$path"
    done
    for file in resolv.conf hosts localtime; do
        [ ! -s "/etc/$file" ] || bind ro "$(readlink -f "/etc/$file")" "/etc/$file"
    done
    if [ "$(id -u)" -ne 0 ]; then
        bind ro /etc/passwd /etc/passwd
        bind ro /etc/group /etc/group
    fi
    if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] && [ -d /usr/share/fonts ]; then
        bind ro /usr/share/fonts /usr/local/share/fonts
    fi
}

has_entries() { compgen -G "$1/*" >/dev/null || compgen -G "$1/.[!.]*" >/dev/null; }

bind() { [ ! -e "$2" ] || binds+=("$1" "$2" "$3"); }

# Whether a path needs no bind of its own: not there, or below a folder that is bound writable as itself.
already_bound() {
    local path=$1 i
    [ -n "$path" ] && [ -e "$path" ] || return 0
    for ((i = 0; i < ${#binds[@]}; i += 3)); do
        if [ "${binds[i]}" = rw ] && [ "${binds[i + 1]}" = "${binds[i + 2]}" ]; then
            case $path/ in
                "${binds[i + 2]}"/*) return 0 ;;
            esac
        fi
    done
    return 1
}

# Fills `inside` with the call of env that sets what differs from the environment outside.
list_environment() {
    local root=$1 name
    inside=(/usr/bin/env)
    for name in LD_LIBRARY_PATH LD_PRELOAD PYTHONHOME PYTHONPATH PERL5LIB CMAKE_PREFIX_PATH PKG_CONFIG_PATH \
        QT_PLUGIN_PATH QML_IMPORT_PATH QML2_IMPORT_PATH QTDIR QT_QPA_PLATFORMTHEME QT_STYLE_OVERRIDE XDG_DATA_DIRS; do
        inside+=(-u "$name")
    done
    inside+=(PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin "HOME=$HOME" "MINATO_INSIDE=${root##*/}")
    [ -n "${LANG:-}" ] || inside+=(LANG=C.UTF-8)
    for name in $(compgen -e LC_) ${LANG:+LANG}; do
        case " ${root_locales[*]} " in
            *" ${!name%%.*} "*) inside+=("$name=${!name%%.*}.UTF-8") ;;
            *) inside+=("$name=C.UTF-8") ;;
        esac
    done
}

enter_by_bwrap() {
    local i name arguments=(--die-with-parent --tmpfs / --dir /run)
    for name in bin sbin lib lib64; do
        arguments+=(--symlink "usr/$name" "/$name")
    done
    for ((i = 0; i < ${#binds[@]}; i += 3)); do
        case ${binds[i]}:${binds[i + 2]} in
            ro:*) arguments+=(--ro-bind) ;;
            rw:/dev) arguments+=(--dev-bind) ;;
            rw:/proc) arguments+=(--proc /proc); continue ;;
            rw:*) arguments+=(--bind) ;;
        esac
        arguments+=("${binds[i + 1]}" "${binds[i + 2]}")
    done
    exec bwrap "${arguments[@]}" --chdir "$PWD" -- "$@"
}

enter_by_chroot() {
    mkdir -p "$cache/mnt"
    exec unshare --mount --propagation private bash "$tools/lib/enter-chroot" "$cache/mnt" "$PWD" "" \
        ${#binds[@]} "${binds[@]}" "$@"
}

enter_by_sudo() {
    mkdir -p "$cache/mnt"
    exec sudo -n --preserve-env unshare --mount --propagation private \
        bash "$tools/lib/enter-chroot" "$cache/mnt" "$PWD" "$(id -u):$(id -g)" ${#binds[@]} "${binds[@]}" "$@"
}
