/**
 * The public API: what the command line does, as functions.
 *
 * Everything takes a `Host`; `createHost` makes the one for this machine.
 */

export {type DistributeRequest, type DistributeResult, distributeIssues} from './distribute.js'
export {createHost, type HostOptions} from './host/node.js'
export type {Artifact, Format} from './model/artifact.js'
export {formats} from './model/artifact.js'
export type {Diagnostic, Severity} from './model/diagnostic.js'
export type {DispatchFormat} from './model/dispatch.js'
export {dispatchFormats} from './model/dispatch.js'
export {type Host, HostError} from './model/host.js'
export {WrongUse} from './model/wrong-use.js'
export {type BuildRequest, type BuildResult, buildIssues, checkWorkspace} from './pipeline.js'
export {version} from './version.js'
export {type BulletinLayout, explainLayout} from './workspace/explain-layout.js'
