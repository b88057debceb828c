import '@fontsource-variable/inter';
import '@fontsource-variable/source-serif-4';
import './tokens.css';
import './base.css';
import './shared/controls.css';
import { mount } from 'svelte';
import App from './app.svelte';

const target = document.getElementById('app');
if (target) mount(App, { target });
