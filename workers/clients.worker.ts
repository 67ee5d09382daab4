import { expose } from 'comlink';
import { ClientsSession } from './clients/clients-session';

expose(new ClientsSession());
