import { createApp } from "vue";
import Lead from "./vee-validate.vue";

createApp(Lead).mount("#app");
