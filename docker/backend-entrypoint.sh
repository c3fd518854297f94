#!/bin/sh
# Gives PostgreSQL's client library the password that is in a file, then becomes the command.
set -eu

if [ -n "${DATABASE_PASSWORD_FILE:-}" ]; then
  PGPASSWORD=$(cat "$DATABASE_PASSWORD_FILE")
  export PGPASSWORD
fi

exec "$@"
