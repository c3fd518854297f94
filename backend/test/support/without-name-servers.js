import { setServers } from 'node:dns';

// No process of a test asks the name servers of the world: nobody listens there.
setServers(['127.0.0.1:9']);
