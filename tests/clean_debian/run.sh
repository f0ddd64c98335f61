#!/bin/bash
# Proves the two commands on a fresh Debian 12 with nothing but git: makes such a tree
# with debootstrap, clones this repository's HEAD into it, and runs ./learn and
# ./learn test there. Status 0: proved; 1: something is wrong; 77: no tree could be made.
# `run.sh trixie` does the same on Debian 13, with its Catch2 3 and GCC 14.
set -euo pipefail
umask 022

repository=$(cd "$(dirname "$0")/../.." && pwd)
suite=${1:-bookworm}
book=/srv/book
cache=${XDG_CACHE_HOME:-$HOME/.cache}/from-seed-to-transformer

say() { printf '\n== %s\n' "$*"; }

not_made() {
    say "CLEAN TREE NOT MADE: $*"
    exit 77
}

failed() {
    say "CLEAN TREE: FAILED: $*"
    exit 1
}

# The host's own sources of the suite, so that the tree asks the mirror that serves here.
host_sources() {
    # shellcheck disable=SC2016  # apt's own variables
    apt-get indextargets --format 'deb $(SITE) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' |
        grep -E " $suite(-updates|-security)? main\$" | sort -u
}

# The mirror of Debian's main archive here, whatever suite the host itself has.
host_mirror() {
    # shellcheck disable=SC2016  # apt's own variables
    apt-get indextargets --format '$(SITE) $(RELEASE) $(COMPONENT)' \
        'Created-By: Packages' 'Origin: Debian' |
        grep -E ' (bookworm|trixie|stable|testing|sid) main$' | head -n 1 | cut -d ' ' -f 1
}

# A tree with git and certificates and nothing else; kept between runs.
make_base() {
    local sources mirror work
    mirror=$(host_mirror)
    [ -n "$mirror" ] || not_made "apt here names no Debian mirror"
    sources=$(host_sources) || sources="deb $mirror $suite main"
    work=$scratch/base
    mkdir "$work"
    debootstrap --variant=minbase --include=git,ca-certificates "$suite" "$work" "$mirror" \
        >"$scratch/debootstrap.txt" 2>&1 || {
        tail -n 3 "$scratch/debootstrap.txt"
        not_made "debootstrap failed"
    }
    echo "$sources" >"$work/etc/apt/sources.list"
    rm -rf "$work"/var/lib/apt/lists/* "$work"/var/cache/apt/*.bin "$work"/var/cache/apt/archives/*.deb
    mkdir -p "$cache"
    tar -C "$work" -cf "$cache/$suite.tar.unfinished" .
    mv "$cache/$suite.tar.unfinished" "$cache/$suite.tar"
    rm -rf "$work"
}

# How this host reaches the network: names, proxies, certificates.
share_network() {
    cp -L /etc/resolv.conf /etc/hosts "$tree/etc/"
    apt-config dump | grep -E '^Acquire::(http|https|Check-|Retries|Force)' \
        >"$tree/etc/apt/apt.conf.d/90host" || true
    if compgen -G '/usr/local/share/ca-certificates/*.crt' >/dev/null; then
        cp /usr/local/share/ca-certificates/*.crt "$tree/usr/local/share/ca-certificates/"
        in_tree root update-ca-certificates >/dev/null
    fi
}

# Runs a command in the tree, in namespaces of its own: its mounts and processes end with it.
in_tree() {
    local user=$1 home=/home/$1
    shift
    [ "$user" != root ] || home=/root
    # shellcheck disable=SC2016  # expanded by the inner shell
    unshare --mount --pid --fork --kill-child sh -c '
        mount -t proc proc "$0/proc" && mount --rbind /dev "$0/dev" && exec chroot "$@"' \
        "$tree" --userspec="$user" "$tree" env -i \
        PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME="$home" \
        ${http_proxy+"http_proxy=$http_proxy"} ${https_proxy+"https_proxy=$https_proxy"} \
        ${no_proxy+"no_proxy=$no_proxy"} \
        sh -c 'cd "$0" 2>/dev/null || cd /; exec "$@"' "$book" "$@"
}

make_tree() {
    mkdir "$tree"
    tar -C "$tree" -xf "$cache/$suite.tar"
    in_tree root true || not_made "no right to mount"
    in_tree root useradd --create-home reader
    share_network
    git clone -q --no-local "$repository" "$tree$book"
}

check_unchanged() {
    local changes
    changes=$(in_tree root git status --porcelain --ignored=no)
    [ -z "$changes" ] || failed "$1 changed files of the repository: $changes"
}

check_refusal() {
    local status=0
    say "./learn as a user without the right to install"
    in_tree reader ./learn >"$scratch/refusal.txt" 2>&1 || status=$?
    cat "$scratch/refusal.txt"
    [ $status = 2 ] || failed "status $status, not 2"
    grep -q '^  apt-get update && apt-get install --no-install-recommends -y g++ cmake ' \
        "$scratch/refusal.txt" || failed "no command to copy"
    [ ! -e "$tree$book/build" ] || failed "something was built"
}

check_learn() {
    local last
    say "./learn as root"
    in_tree root ./learn | tee "$scratch/learn.txt" || failed "./learn: status $?"
    last=$(tail -n 1 "$scratch/learn.txt")
    [ -f "$tree$last" ] || failed "the last line names no file: $last"
    check_unchanged ./learn
}

check_again() {
    local start=$SECONDS
    say "./learn again"
    in_tree root ./learn || failed "./learn again: status $?"
    [ $((SECONDS - start)) -lt 10 ] || failed "it took $((SECONDS - start)) s"
    check_unchanged "./learn again"
}

check_tests() {
    say "./learn test"
    in_tree root ./learn test || failed "./learn test: status $?"
    check_unchanged "./learn test"
}

timed() {
    local start=$SECONDS
    "$@"
    say "$1: $((SECONDS - start)) s"
}

[ "$(id -u)" = 0 ] || not_made "only root can"
for tool in debootstrap unshare chroot; do
    command -v "$tool" >/dev/null || not_made "$tool is not installed"
done
scratch=$(mktemp -d)
tree=$scratch/tree
trap 'rm -rf --one-file-system "$scratch"' EXIT

[ -f "$cache/$suite.tar" ] || timed make_base
timed make_tree
check_refusal
timed check_learn
timed check_again
timed check_tests
say "CLEAN TREE: passed"
