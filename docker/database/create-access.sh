#!/bin/sh
# Puts into a folder: the password of the API's role, made at random if there is none, and the SQL that creates the role.
set -eu
umask 027
cd "$1"

if [ ! -s password ]; then
  od -An -v -tx1 -N32 /dev/urandom | tr -d ' \n' >password.new
  mv password.new password
fi
install -m 440 /usr/local/share/create-role.sql 10-create-role.sql
