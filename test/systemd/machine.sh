#!/bin/bash
# Boots the systemd of this machine in namespaces of its own, over a copy-on-write view of its files: nothing that happens
# there changes this machine. Its network is a loopback only, its memory limits are counted only where the kernel's cgroup
# v2 has the memory controller. As root: machine.sh FOLDER, an empty one; ends when systemd does. Then
# `unshare --mount machine.sh FOLDER ended PID` clears up.
set -euo pipefail

case ${2-} in
'') exec unshare --mount --propagation private "$0" "$1" grouped ;;
grouped)
  # A group of its own, which becomes the root of what it sees.
  mkdir "$1/cgroup2"
  mount -t cgroup2 cgroup2 "$1/cgroup2"
  mkdir "$1/cgroup2/rotunda-test-$$"
  echo $$ >"$1/cgroup2/rotunda-test-$$/cgroup.procs"
  umount "$1/cgroup2"
  exec unshare --mount --pid --uts --ipc --net --cgroup --fork --kill-child "$0" "$1" booted
  ;;
ended)
  # The group is empty now, and would stay.
  mount -t cgroup2 cgroup2 "$1/cgroup2"
  find "$1/cgroup2/rotunda-test-$3" -depth -type d -exec rmdir {} +
  umount "$1/cgroup2"
  exit
  ;;
esac

folder=$1
root=$folder/root
mount -t tmpfs -o size=6g,mode=755 tmpfs "$folder"
mkdir "$folder"/{upper,work,root}
mount -t overlay overlay -o "lowerdir=/,upperdir=$folder/upper,workdir=$folder/work" "$root"

mount -t proc proc "$root/proc"
# systemd must not set the kernel up: it is the machine's.
mount --bind "$root/proc/sys" "$root/proc/sys"
mount -o remount,bind,ro "$root/proc/sys"
mount -t sysfs -o ro sysfs "$root/sys"
mount -t cgroup2 cgroup2 "$root/sys/fs/cgroup"
for place in run tmp; do mount -t tmpfs -o mode=1777 tmpfs "$root/$place"; done
mount -t tmpfs -o mode=755 tmpfs "$root/dev"
for device in null zero full random urandom tty; do
  touch "$root/dev/$device"
  mount --bind "/dev/$device" "$root/dev/$device"
done
mkdir "$root"/dev/{pts,shm}
mount -t devpts -o newinstance,ptmxmode=0666 devpts "$root/dev/pts"
mount -t tmpfs -o mode=1777 tmpfs "$root/dev/shm"
ln -s pts/ptmx "$root/dev/ptmx"
ln -s /proc/self/fd "$root/dev/fd"

# None of the services of this machine.
rm -rf "$root"/etc/systemd/system/* "$root"/var/log/journal
# On a first boot systemd would enable all of them again.
tr -d - </proc/sys/kernel/random/uuid >"$root/etc/machine-id"
ip link set lo up

cd "$root"
mkdir was
pivot_root . was
umount -l /was
# As systemd expects of a container: otherwise no service sees its credentials.
mount --make-rshared /
exec env -i container=rotunda-test PATH=/usr/sbin:/usr/bin /lib/systemd/systemd --unit=multi-user.target \
  --show-status=no
