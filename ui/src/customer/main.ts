// The page of the window for the customer: it shows what it is given, and asks for nothing else.
import '@fontsource-variable/inter';
import '../kit/tokens.css';
import '../kit/base.css';
import { mount } from 'svelte';
import CustomerPage from './CustomerPage.svelte';

const target = document.getElementById('app');
if (!target) throw new Error('the page has no #app');
mount(CustomerPage, { target });
