/** See standalone-scripts.plugin: the address of a script made of the file and what it imports. */
declare module "*?standalone" {
  const url: string;
  export default url;
}
