#!/bin/sh
# Lấy dữ liệu mới, kiểm tra, dựng, rồi đổi trang trong một bước: người đọc không gặp trang dở dang.
set -eu
cd "${1:-/srv/congkhai/du-an}"
to="${2:-/srv/congkhai/www}"
git pull --quiet --ff-only
congkhai build
new="$to/ban-$(git rev-parse --short HEAD)"
mkdir -p "$new"
rsync --archive --delete site/ "$new/"
ln -sfn "$new" "$to/moi" && mv -fT "$to/moi" "$to/site"
find "$to" -maxdepth 1 -name 'ban-*' ! -path "$new" -mtime +30 -exec rm -rf {} +
