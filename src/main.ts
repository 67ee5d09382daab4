import { mount } from 'svelte';
import { startApp } from './app/start-app';
import { trustedScriptUrl } from './app/trusted-url';
import { UpdateControl } from './pwa/update-control.svelte';
import App from './ui/App.svelte';
import StartFailure from './ui/StartFailure.svelte';
import './ui/styles/fonts.css';
import './ui/styles/tokens.css';
import './ui/styles/base.css';

const target = document.querySelector('#app');
if (target === null) throw new Error('index.html has no #app');

const update = new UpdateControl();
const started = await startApp((error) => update.lose(error));
if (started.ok) {
  mount(App, { target, props: { app: started.value, update } });
  void update.register(trustedScriptUrl('/sw.js'));
} else {
  mount(StartFailure, { target, props: { error: started.error } });
}
