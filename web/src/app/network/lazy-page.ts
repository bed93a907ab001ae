import { lazyRouteComponent } from '@tanstack/react-router'

/**
 * A page whose code comes when it is first opened. Code that cannot be had is an error of our own: on the browser's own
 * the router would load the document again, which without a network ends at the browser's page.
 */
export const lazyPage: typeof lazyRouteComponent = (load, name) =>
  lazyRouteComponent(async () => {
    try {
      return await load()
    } catch (cause) {
      throw new Error('code of a page cannot be had', { cause })
    }
  }, name)
