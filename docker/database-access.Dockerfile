# Makes the password that PostgreSQL and the API share, once, in a volume; runs before both.
FROM postgres:18-trixie
LABEL org.opencontainers.image.title="Support Ticket System: database access" org.opencontainers.image.licenses="MIT"
COPY --chmod=755 docker/database/create-access.sh /usr/local/bin/
COPY --chmod=444 docker/database/create-role.sql /usr/local/share/
# A new volume takes over the owner of the folder that it is mounted on.
RUN install -d -o postgres -g postgres -m 750 /run/database-access
USER postgres
ENTRYPOINT ["create-access.sh"]
CMD ["/run/database-access"]
