import { useEffect, useState } from 'react';
import { nowMs } from './config.js';

/** Fetches page data; tells the header, also from inside a frame, which shop answered. */
export async function fetchData(name, query, signal) {
  const search = new URLSearchParams(
    Object.entries(query ?? {}).filter(([, value]) => value !== undefined && value !== ''),
  );
  const response = await fetch(`/__sample/api/${name}?${search}`, { signal });
  const data = await response.json();
  window.top.dispatchEvent(new CustomEvent('sample-shop', { detail: data.shopName }));
  return data;
}

/** Latest answer for the query; the previous one stays while the next is on its way. */
export function useData(name, query, version) {
  const [state, setState] = useState({ loading: true });
  const key = JSON.stringify(query);
  useEffect(() => {
    const abort = new AbortController();
    setState((old) => ({ ...old, loading: true }));
    fetchData(name, JSON.parse(key), abort.signal).then(
      (data) => setState({ data, loading: false }),
      (error) => !abort.signal.aborted && setState({ loading: false, error }),
    );
    return () => abort.abort();
  }, [name, key, version]);
  return state;
}

/** The page's clock, once a second. */
export function useClock() {
  const [now, setNow] = useState(nowMs);
  useEffect(() => {
    const timer = setInterval(() => setNow(nowMs()), 1000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
