import { Component, type ComponentChildren } from "preact";

interface GuardProps {
  readonly children: ComponentChildren;
  /** Stands in for them when they cannot be drawn. */
  readonly instead: ComponentChildren;
}

/** A pack may be anybody's: an entry that breaks its drawing costs its own card, and that says so. */
export class Guard extends Component<GuardProps, { readonly broken: boolean }> {
  override componentDidCatch(): void {
    this.setState({ broken: true });
  }
  override render() {
    return this.state.broken ? this.props.instead : this.props.children;
  }
}
