-- The API owns its database, and nothing else: it is no superuser. Running this again renews its password.
\set password `cat /docker-entrypoint-initdb.d/password`
SELECT 'CREATE ROLE desk' WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'desk') \gexec
ALTER ROLE desk LOGIN PASSWORD :'password';
ALTER DATABASE desk OWNER TO desk;
-- The superuser comes in through the container's own socket only.
ALTER ROLE postgres PASSWORD NULL;
