// Says that the page's script has taken over what the server rendered.
import { useEffect } from "react";

export const useReady = () =>
  useEffect(() => {
    document.documentElement.dataset.ready = "";
  }, []);
