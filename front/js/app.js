// What the pages gain when scripts run. Every page works without.
import { offerAloud } from "./aloud.js";
import { growAndCount } from "./compose.js";
import { signRequests } from "./csrf.js";
import { moveFocus } from "./focus.js";
import { hideQuickly } from "./hide.js";
import { keepOnPhone } from "./install.js";
import { checkSizes } from "./largest.js";
import { closeMenus } from "./menu.js";
import { sendOnce } from "./once.js";
import { showChosen } from "./preview.js";
import { offerPrint } from "./print.js";
import { startHtmx } from "./smooth.js";
import { sayUnsent } from "./unsent.js";

hideQuickly();
signRequests();
sayUnsent();
sendOnce();
growAndCount();
closeMenus();
offerPrint();
offerAloud();
showChosen();
checkSizes();
moveFocus();
startHtmx();
keepOnPhone();
