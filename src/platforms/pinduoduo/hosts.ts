/** Match patterns of the back-end's pages. Apart from the rest, so that the manifest can be made from it alone. */
export const pinduoduoHosts = ['https://mms.pinduoduo.com/*'];
