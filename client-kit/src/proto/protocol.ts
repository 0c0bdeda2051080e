// Generated from the server's Java records by ProtocolTest; do not edit.

/** RFC 7396 merge patch. */
export type JsonValue = null | boolean | number | string | JsonValue[] | { [key: string]: JsonValue };

export type ServerFrame =
  | { t: "view"; epoch: string; rev: number; view: MeetingView; mine: Mine; live?: Live; now: number; }
  | { t: "patch"; from: number; rev: number; patch: JsonValue; }
  | { t: "mine"; patch: JsonValue; whole?: boolean; }
  | { t: "done"; id: string; seq: number; }
  | { t: "refused"; id: string; code: string; text: string; }
  | { t: "live"; live: Live; }
  | { t: "notes"; }
  | { t: "sharedNotes"; }
  | { t: "beat"; now: number; }
  | { t: "pong"; n: number; now: number; }
  | { t: "error"; code: string; text: string; };

export type ClientFrame =
  | { t: "hello"; meeting: string; epoch?: string; rev?: number; lang: string; }
  | { t: "command"; id: string; command: Command; }
  | { t: "live"; live: Live; }
  | { t: "follow"; on: boolean; }
  | { t: "ping"; n: number; };

export type Command =
  | { type: "acknowledgeFacts"; place: string; upTo: number; }
  | { type: "addItem"; item: string; parent?: string; before?: string; outline: Outline; reason?: string; }
  | { type: "announceKey"; vote: string; attempt: number; announcement: Announcement; }
  | { type: "appointSpeaker"; person: string; limitMinutes?: number; beyond: boolean; }
  | { type: "approveMinutes"; versions: Record<string, number>; }
  | { type: "askExtension"; task: string; until: string; reason: string; }
  | { type: "askMinutesChanges"; reason: string; }
  | { type: "askToSpeak"; kind: SpeechKind; about: string; to?: string; }
  | { type: "assignTask"; task: string; item?: string; assignment: Assignment; }
  | { type: "callNextName"; vote: string; }
  | { type: "callSpeaker"; request: string; limitMinutes?: number; beyond: boolean; }
  | { type: "cancelMeeting"; reason: string; }
  | { type: "cancelTask"; task: string; reason: string; }
  | { type: "cancelVote"; vote: string; reason: string; }
  | { type: "castBallot"; vote: string; marks: string[]; words: string; }
  | { type: "castDelegatedBallot"; vote: string; person: string; marks: string[]; words: string; }
  | { type: "castSecretBallot"; vote: string; ballot: SealedBallot; }
  | { type: "checkIn"; manner: Manner; }
  | { type: "claimCompletion"; task: string; words: string; }
  | { type: "clearIndicators"; }
  | { type: "clearResult"; }
  | { type: "closeForm"; }
  | { type: "closeMeeting"; }
  | { type: "closeVote"; vote: string; }
  | { type: "commentMinutes"; comment: string; place: string; part: TextPart; text: string; }
  | { type: "commitKey"; vote: string; attempt: number; commit: string; }
  | { type: "compileOpinions"; item: string; text: string; asOf?: string; }
  | { type: "confirmKey"; vote: string; attempt: number; confirm: SumShare; }
  | { type: "correctAttendance"; person: string; manner?: Manner; from?: string; until?: string; absence: string; reason: string; }
  | { type: "correctResult"; vote: string; person: string; marks?: string[]; words: string; reason: string; }
  | { type: "dealKey"; vote: string; attempt: number; deals: Deal[]; }
  | { type: "decideCompletion"; task: string; approved: boolean; words: string; }
  | { type: "decideExtension"; task: string; granted: boolean; words: string; }
  | { type: "decideTie"; vote: string; passed: boolean; }
  | { type: "delegateVote"; person: string; to: string; }
  | { type: "dismissRequest"; request: string; }
  | { type: "editItem"; item: string; outline: Outline; reason?: string; }
  | { type: "editMeeting"; title: string; kind: Kind; room: string; startsAt: string; endsAt: string; reason?: string; }
  | { type: "editPaper"; paper: string; title: string; item: string; reason?: string; }
  | { type: "editTask"; task: string; assignment: Assignment; reason?: string; }
  | { type: "editVote"; vote: string; motion: Motion; }
  | { type: "endSubstitution"; person: string; }
  | { type: "endTurn"; }
  | { type: "extendForm"; until: string; reason: string; }
  | { type: "giveOpinion"; item: string; stance: Stance; text: string; }
  | { type: "handInOpinion"; item: string; text: string; }
  | { type: "holdVote"; vote: string; hold: boolean; }
  | { type: "issueDocument"; document: string; }
  | { type: "issueMeeting"; }
  | { type: "laySeats"; seats: Seat[]; }
  | { type: "leaveOutForm"; form: string; reason?: string; }
  | { type: "liftHold"; reason: string; }
  | { type: "markAllPresent"; people: string[]; manner: Manner; }
  | { type: "markLeft"; person: string; }
  | { type: "markPresent"; person: string; manner: Manner; }
  | { type: "moveItem"; item: string; parent?: string; before?: string; reason?: string; }
  | { type: "moveRequest"; request: string; before?: string; }
  | { type: "nameParticipants"; participants: Participant[]; reason?: string; }
  | { type: "nameSubstitute"; person: string; substitute: string; votes: boolean; }
  | { type: "openMeeting"; withoutQuorum: boolean; }
  | { type: "openPaperTo"; paper: string; access: Access; namedReaders: string[]; reason?: string; }
  | { type: "openSpeakersList"; open: boolean; }
  | { type: "openVote"; vote: string; seconds: number; withoutQuorum: boolean; }
  | { type: "pauseSpeakersList"; }
  | { type: "pauseTurn"; pause: boolean; }
  | { type: "prepareVote"; vote: string; motion: Motion; }
  | { type: "protectPaper"; paper: string; handling: Handling; reason?: string; }
  | { type: "recallDocument"; document: string; reason: string; }
  | { type: "recessMeeting"; until?: string; }
  | { type: "recordBallot"; vote: string; person: string; marks: string[]; words: string; reason: string; }
  | { type: "recordConclusion"; item: string; text: string; }
  | { type: "recusePerson"; person: string; item: string; reason: string; }
  | { type: "remindMembers"; }
  | { type: "removeItem"; item: string; reason?: string; }
  | { type: "removeVote"; vote: string; }
  | { type: "repeatVote"; vote: string; again: string; reason: string; }
  | { type: "reportAbsence"; person: string; reason: string; }
  | { type: "reportProgress"; task: string; percent: number; words: string; }
  | { type: "resolveComment"; comment: string; }
  | { type: "resumeMeeting"; }
  | { type: "seatPerson"; person: string; seat?: string; }
  | { type: "sendDecryption"; vote: string; decryption: Decryption; }
  | { type: "setFloorRules"; rules: FloorRules; }
  | { type: "setGrace"; minutes: number; }
  | { type: "setHold"; reason: string; }
  | { type: "setOpinionCutOff"; until?: string; }
  | { type: "setWeights"; weights: Record<string, number>; reason?: string; }
  | { type: "showIndicators"; item: string; }
  | { type: "showResult"; vote: string; }
  | { type: "showSeats"; show: boolean; }
  | { type: "spoilBallot"; vote: string; ballot: SealedBallot; }
  | { type: "startPresenting"; paper: string; }
  | { type: "startRollCall"; vote: string; }
  | { type: "stopPresenting"; }
  | { type: "takeAwayIndicators"; item: string; }
  | { type: "takeBackDelegation"; person: string; }
  | { type: "takeBackRecusal"; person: string; item: string; }
  | { type: "takeUpItem"; item: string; }
  | { type: "voidCeremony"; vote: string; attempt: number; reason: string; }
  | { type: "withdrawOpinion"; item: string; }
  | { type: "withdrawPaper"; paper: string; reason: string; }
  | { type: "withdrawRequest"; request: string; }
  | { type: "writeMinutes"; place: string; part: TextPart; version: number; writer: string; steps: string[]; document: RichText; };

export type ReasonCode =
  | "OUR_FAULT"
  | "OTHER_COMMAND"
  | "NOT_YOURS"
  | "NO_SUCH_MEETING"
  | "MEETING_EXISTS"
  | "BAD_ID"
  | "TEXT_MISSING"
  | "TEXT_TOO_LONG"
  | "BAD_TIME"
  | "TIME_OUT_OF_RANGE"
  | "BAD_NUMBER"
  | "TOO_MANY"
  | "REASON_NEEDED"
  | "NOT_A_DRAFT"
  | "NOT_ISSUED"
  | "NOT_IN_SESSION"
  | "ALREADY_IN_SESSION"
  | "MEETING_OVER"
  | "NO_CHAIR"
  | "NO_SECRETARY"
  | "DUPLICATE_PERSON"
  | "GUEST_WITHOUT_VOTE"
  | "PERSON_ACTIVE"
  | "EMPTY_AGENDA"
  | "PAPERS_NOT_READY"
  | "QUORUM_NOT_MET"
  | "VOTE_STILL_OPEN"
  | "VOTE_NOT_COUNTED"
  | "TIE_NOT_DECIDED"
  | "CHAIR_TAKES_NO_PART"
  | "NO_SUCH_ITEM"
  | "ITEM_EXISTS"
  | "ITEM_HAS_HISTORY"
  | "ITEM_HAS_CHILDREN"
  | "TWO_LEVELS"
  | "ALREADY_IN_HAND"
  | "NO_SUCH_PAPER"
  | "PAPER_EXISTS"
  | "OTHER_FILE"
  | "PAPER_REPLACED"
  | "PAPER_WITHDRAWN"
  | "PAPER_NOT_READY"
  | "NOT_PRESENTING"
  | "NO_SUCH_PERSON"
  | "ALREADY_PRESENT"
  | "NOT_PRESENT"
  | "CHECK_IN_FIRST"
  | "MANNER_JUST_CHANGED"
  | "MANNER_CHANGED_OFTEN"
  | "NO_SUCH_SEAT"
  | "NO_SEATS"
  | "SEATED_TWICE"
  | "SEATS_TOUCH"
  | "LIST_CLOSED"
  | "LIST_PAUSED"
  | "ASK_WHOM"
  | "ASKS_ONESELF"
  | "TURNS_USED"
  | "DISCUSSION_TIME_USED"
  | "LONGER_THAN_RULES"
  | "NOT_YET_IN_WRITING"
  | "ALREADY_ASKED"
  | "NOT_ASKED"
  | "NOBODY_SPEAKS"
  | "NOT_YOUR_TURN"
  | "NO_SUCH_VOTE"
  | "VOTE_EXISTS"
  | "VOTE_NOT_PREPARED"
  | "ANOTHER_VOTE_OPEN"
  | "VOTE_NOT_OPEN"
  | "VOTE_CLOSED"
  | "VOTE_CANCELLED"
  | "NOT_ENTITLED"
  | "ALREADY_VOTED"
  | "HAS_VOTED"
  | "NO_SUCH_CHOICE"
  | "BALLOT_INVALID"
  | "BAD_OPTIONS"
  | "NOBODY_MAY_VOTE"
  | "NOT_TIED"
  | "NOT_CLOSED"
  | "ALREADY_RECUSED"
  | "RECUSED_BY_LEAD"
  | "NOT_RECUSED"
  | "RECUSED"
  | "WEIGHTS_NOT_ALLOWED"
  | "NO_VOTE"
  | "UNNAMED_WITH_WEIGHTS"
  | "MODE_NOT_ALLOWED"
  | "DELEGATION_NOT_ALLOWED"
  | "DELEGATION_PASSED_ON"
  | "ALREADY_DELEGATED"
  | "NOT_DELEGATED"
  | "DELEGATIONS_FULL"
  | "VOTE_IN_OTHER_HANDS"
  | "GIVEN_AFTER_OPENING"
  | "SUBSTITUTES_NOT_ALLOWED"
  | "SUBSTITUTES_WITHOUT_VOTE"
  | "SUBSTITUTE_UNFIT"
  | "ALREADY_SUBSTITUTED"
  | "NOT_SUBSTITUTED"
  | "HELP_NEEDS_NAMES"
  | "CORRECTION_NEEDS_NAMES"
  | "SAME_BALLOT"
  | "ROLL_CALL_NEEDS_NAMES"
  | "ROLL_CALL_ON"
  | "NO_ROLL_CALL"
  | "ROLL_CALL_OVER"
  | "NOT_CALLED"
  | "OPINIONS_OVER"
  | "OPINION_TOO_LATE"
  | "OPINION_WHILE_RECUSED"
  | "FORM_HAS_NO_SESSION"
  | "NOT_A_FORM"
  | "FORM_OR_SESSION"
  | "FORM_NOT_SENT"
  | "FORM_SENT"
  | "FORM_SENT_TO"
  | "FORM_OVER"
  | "NO_QUESTION"
  | "NOBODY_TO_ASK"
  | "DEADLINE_PAST"
  | "EXTEND_INSTEAD"
  | "NOT_LATER"
  | "ALL_ANSWERED"
  | "ANSWER_TOO_LATE"
  | "SECRET_NEEDS_SESSION"
  | "NOBODY_PRESENT"
  | "FORM_TAKEN_UP"
  | "FORM_NOT_TAKEN_UP"
  | "TRUSTEES_NEEDED"
  | "TRUSTEE_UNFIT"
  | "HOLDS_KEY"
  | "SECRET_WITHOUT_WORDS"
  | "SECRET_BLANKS_UNKNOWN"
  | "SECRET_TOO_FEW"
  | "SECRET_TOO_LARGE"
  | "KEYS_NOT_TESTED"
  | "SECRET_WEIGHTS_TOO_LARGE"
  | "NOT_A_TRUSTEE"
  | "VOTE_NOT_SECRET"
  | "KEYS_BEGUN_ANEW"
  | "KEY_STEP_DONE"
  | "KEY_STEP_LATER"
  | "KEY_PART_WRONG"
  | "BALLOT_NOT_SEALED"
  | "BALLOT_NOT_PROVEN"
  | "BALLOT_COPIED"
  | "NOT_COUNTING"
  | "DECRYPTION_WRONG"
  | "NO_SUCH_TASK"
  | "NO_INDICATORS"
  | "BAD_INDICATOR"
  | "TASK_EXISTS"
  | "TASK_NOT_YOURS"
  | "TASK_NOT_TOLD"
  | "TASK_TOLD_REASON"
  | "TASK_ENDED"
  | "TASK_WAITS"
  | "TASK_NOT_CLAIMED"
  | "TASK_WITHOUT_DUE"
  | "TASK_DUE_TOO_EARLY"
  | "EXTENSION_NOT_LATER"
  | "EXTENSION_WAITS"
  | "EXTENSION_NOT_ASKED"
  | "TASKS_TAKEN_UP"
  | "MINUTES_NOT_BEGUN"
  | "MINUTES_LOCKED"
  | "FACTS_LOCKED"
  | "STAY_OUTSIDE"
  | "TOOK_PART"
  | "MINUTES_NOT_FINISHED"
  | "MINUTES_CHANGED"
  | "MINUTES_APPROVED"
  | "TEXT_MOVED_ON"
  | "TEXT_FORM_NOT_TAKEN"
  | "NO_SUCH_COMMENT"
  | "NOT_CLOSED_YET"
  | "HELD_ALREADY"
  | "NOT_HELD"
  | "NO_SUCH_DOCUMENT"
  | "MEETING_NOT_CLOSED"
  | "INVITATION_TOO_LATE"
  | "DOCUMENT_EXISTS"
  | "DOCUMENT_NUMBER_WRONG"
  | "DOCUMENT_YEAR_OTHER"
  | "DOCUMENT_DATE_WRONG"
  | "DOCUMENT_SIGNED"
  | "DOCUMENT_ISSUED"
  | "DOCUMENT_RECALLED"
  | "DOCUMENT_NOT_SIGNED"
  | "DOCUMENT_MOVED_ON"
  | "DOCUMENT_STALE"
  | "MINUTES_NOT_APPROVED"
  | "NO_SUCH_SLOT"
  | "SLOT_TAKEN"
  | "SLOT_NOT_NEXT";

export type Access = "EVERYONE" | "MEMBERS" | "NAMED";

export type AgendaView = {
  order: string[];
  items: Record<string, ItemView>;
  inHand?: string;
};

export type Announcement = {
  coefficients: string[];
  proofs: Proof[];
  transport: string;
};

export type Assignment = {
  title: string;
  content: string;
  leadUnit: string;
  coordinating: string[];
  director?: Entrusted;
  monitor?: Entrusted;
  handler: Entrusted;
  due?: string;
};

export type Base = "ALL_MEMBERS" | "PRESENT" | "CAST" | "CAST_WITHOUT_ABSTENTIONS";

export type BeforehandView = {
  cutOff?: number;
  asked: Record<string, string[]>;
  opinions: Record<string, Record<string, OpinionBefore>>;
  compilations: Record<string, CompilationView>;
};

export type Beside = {
  indicators: LaidIndicator[];
  at: number;
};

export type Better = "MORE" | "LESS";

export type Beyond = "TURNS" | "ITEM_TIME" | "LENGTH";

export type Branches = {
  c: string[];
  s: string[];
};

export type Carried = {
  from: string;
  paper: string;
  page: number;
  fate: Fate;
  seen: boolean;
};

export type Caution = "TOO_FEW" | "FEW" | "WEIGHTS_DIFFER" | "UNANIMOUS" | "NONE_OR_ALL";

export type Ceremony = {
  announcements: Announcement[];
  commits: string[];
  confirms: SumShare[];
  deals: Deal[][];
};

export type ChairAnswers = "FIRST" | "AS_LISTED" | "LAST";

export type ChangesAsked = {
  by: string;
  at: number;
  reason: string;
};

export type ChoiceSet = "LEGAL" | "AGREEMENT" | "OPINION" | "AGREE_OR_OTHER" | "WITH_BLANK";

export type CirculationView = {
  extensions: ExtensionView[];
  waitingFor?: string[];
  reminded: Record<string, number>;
  takenUp: Record<string, string>;
};

export type Colour = "BLUE" | "RED" | "GREEN" | "BLACK";

export type CompilationView = {
  text: string;
  at: number;
};

export type ConclusionsView = {
  byItem: Record<string, string>;
};

export type Contest = {
  id: string;
  label: Text;
  marks: Mark[];
  least: number;
  most: number;
};

export type ContestWords = {
  label: Text;
  marks: MarkWords[];
};

export type CorrectionView = {
  at: number;
  by: string;
  person: string;
  was?: string[];
  now?: string[];
  reason: string;
  outcome: Outcome;
  sentence: Text;
};

export type Deal = {
  masked: string;
  r: string;
};

export type Decryption = {
  shares: SumShare[][];
  trustee: number;
};

export type DiscussedView = {
  spentMs: number;
  runningSince?: number;
};

export type DocumentKind = "MINUTES" | "CONCLUSION_NOTICE" | "INVITATION" | "RESOLUTION" | "ATTENDANCE_LIST" | "VOTE_PROTOCOL" | "OPINIONS";

export type DocumentState = "MADE" | "SIGNED" | "ISSUED" | "RECALLED";

export type DocumentView = {
  id: string;
  kind: DocumentKind;
  about?: string;
  number?: string;
  date: string;
  capacity: string[];
  signatory: string;
  recipients: string[];
  state: DocumentState;
  slots: SignatureSlot[];
  signatures: SignatureView[];
  docx: boolean;
  file: string;
  madeAt: number;
  issuedAt?: number;
  recalled?: RecallView;
};

export type DocumentsView = {
  documents: DocumentView[];
};

export type Entrusted = {
  id: string;
  name: string;
  title: string;
  unit: string;
};

export type ExtensionView = {
  at: number;
  by: string;
  from: number;
  until: number;
  reason: string;
};

export type Fate = "KEPT" | "MOVED" | "CHECK" | "ORPHAN";

export type FloorRules = {
  discussion: Times;
  question: Times;
  reply: Times;
  pointOfOrder: Times;
  turnsPerItem: number;
  itemMinutes: number;
  warnSeconds: number;
};

export type FloorView = {
  list: ListState;
  rules: FloorRules;
  order: string[];
  requests: Record<string, RequestView>;
  speaker?: TurnView;
  spokenMs: Record<string, number>;
  turns: Record<string, number>;
  discussed?: DiscussedView;
  opinions: Record<string, Record<string, OpinionView>>;
};

export type Form =
  | { kind: "answers"; set: ChoiceSet; }
  | { kind: "choose"; options: Option[]; most: number; }
  | { kind: "election"; options: Option[]; seats: number; }
  | { kind: "eachCandidate"; options: Option[]; };

export type FranchiseView = {
  practice?: Practice;
  mayHold: number;
  weights: Record<string, number>;
  delegations: Record<string, string>;
  substitutes: Substitutes;
  substitutions: Record<string, SubstituteView>;
};

export type Handling = "FREE" | "VIEW_ONLY" | "MARKED";

export type HeadView = {
  id: string;
  title: string;
  kind: Kind;
  bodyId: string;
  bodyName: string;
  parentAgency: string;
  place: string;
  room: string;
  startsAt: number;
  endsAt: number;
  phase: Phase;
  issuedAt?: number;
  openedAt?: number;
  closedAt?: number;
  recessSince?: number;
  resumesAt?: number;
  openedWithoutQuorum: boolean;
  cancelledBecause?: string;
  revisions: RevisionView[];
  rule: MajorityRule;
  quorum: Quorum;
};

export type Held = {
  vote: string;
  person: string;
  receipt?: Receipt;
};

export type HelpView = {
  by: string;
  reason?: string;
};

export type HoldView = {
  reason: string;
  by: string;
  at: number;
};

export type IndicatorsView = {
  beside: Record<string, Beside>;
};

export type ItemKind = "INFORMATION" | "REPORT" | "DISCUSSION" | "DECISION";

export type ItemView = {
  number: string;
  parent?: string;
  title: string;
  kind: ItemKind;
  presenter: string;
  unit: string;
  plannedMinutes: number;
  visibility: Visibility;
  progress: Progress;
  plannedStart?: number;
  plannedEnd?: number;
  startedAt?: number;
  endedAt?: number;
  spentMs: number;
  runningSince?: number;
  papers: string[];
};

export type Kind = "REGULAR" | "SPECIAL" | "URGENT" | "REVIEW" | "CONFERENCE" | "OPINION_FORM";

export type LaidIndicator = {
  id: string;
  code: string;
  name: string;
  unit: string;
  better: Better;
  target?: string;
  period: string;
  points: Point[];
};

export type LeadView = {
  step: Step;
  about?: string;
  item?: string;
  vote?: string;
  itemsLeft: string[];
  tiesForChair: string[];
  tiesToRepeat: string[];
  quorums: Record<string, Standing>;
  cautions: Record<string, Caution[]>;
  wall: WallView;
};

export type Line = {
  id: string;
  outcome: Outcome;
  sentence: Text;
};

export type ListEntry = {
  text: RichParagraph;
  lists: RichBlock[];
};

export type ListState = "OPEN" | "PAUSED" | "CLOSED";

export type Live =
  | { kind: "page"; paper: string; page: number; rect: number[]; pointer?: number[]; n: number; }
  | { kind: "stroke"; paper: string; page: number; stroke: string; tool: Tool; colour: Colour; width: number; from: number; points: number[]; gone: boolean; }
  | { kind: "progress"; paper: string; done: number; total: number; }
  | { kind: "wiped"; anew: boolean; };

export type MajorityRule = {
  base: Base;
  numerator: number;
  denominator: number;
  strict: boolean;
  tie: Tie;
};

export type Manner = "IN_ROOM" | "REMOTE";

export type Mark = {
  id: string;
  label: Text;
  meaning: Meaning;
};

export type MarkWords = {
  label: Text;
  meaning: Meaning;
};

export type May = {
  prepare: boolean;
  lead: boolean;
  decide: boolean;
  vote: boolean;
  speak: boolean;
};

export type Meaning = "FOR" | "AGAINST" | "ABSTAIN" | "OTHER";

export type MeetingView = {
  head: HeadView;
  people: PeopleView;
  agenda: AgendaView;
  papers: PapersView;
  floor: FloorView;
  votes: VotesView;
  stage: StageView;
  conclusions: ConclusionsView;
  recusals: RecusalsView;
  franchise: FranchiseView;
  seats: SeatsView;
  circulation: CirculationView;
  beforehand: BeforehandView;
  tasks: TasksView;
  indicators: IndicatorsView;
  documents: DocumentsView;
  minutes?: MinutesView;
  retention: RetentionView;
  lead?: LeadView;
};

export type Mine = {
  person: string;
  role?: Role;
  may: May;
  presence?: Manner;
  ballots: Record<string, Receipt>;
  entitled: string[];
  requests: string[];
  asked: string[];
  opinions: Record<string, Opinion>;
  recused: string[];
  held: Held[];
  trusts: Trust[];
  reminded?: number;
  before: Record<string, OpinionBefore>;
};

export type MinutesApproval = {
  by: string;
  at: number;
  seq: number;
  holds: boolean;
};

export type MinutesComment = {
  place: string;
  part: TextPart;
  by: string;
  text: string;
  at: number;
  resolvedBy?: string;
  resolvedAt?: number;
};

export type MinutesView = {
  texts: Record<string, TextStanding>;
  seen: Record<string, number>;
  comments: Record<string, MinutesComment>;
  approval?: MinutesApproval;
  asked?: ChangesAsked;
  locked: boolean;
};

export type Mode = "OPEN" | "UNNAMED" | "SECRET";

export type Motion = {
  question: string;
  item?: string;
  mode: Mode;
  form: Form;
  rule: MajorityRule;
  quorum: Quorum;
  trustees?: string[];
};

export type NamedRule = {
  name: string;
  rule: MajorityRule;
  quorum: Quorum;
};

export type Note = {
  id: string;
  paper: string;
  page: number;
  body: NoteBody;
  share: Share;
  opinion: boolean;
  madeAt: number;
  version: number;
  carried?: Carried;
  copyOf?: string;
};

export type NoteAnswers = {
  epoch: string;
  version: number;
  notes: Note[];
  gone: string[];
  refused: RefusedOp[];
  more: boolean;
};

export type NoteBody =
  | { kind: "highlight"; colour: Colour; quads: number[][]; quote: Quote; start: number; end: number; }
  | { kind: "text"; colour: Colour; at: number[]; text: string; quote?: Quote; }
  | { kind: "ink"; tool: Tool; colour: Colour; width: number; points: number[]; pressure?: number[]; };

export type NoteOp = {
  op: string;
  note: string;
  base: number;
  put?: Note;
};

export type Opinion = {
  text: string;
  at: number;
};

export type OpinionBefore = {
  stance: Stance;
  text: string;
  at: number;
};

export type OpinionView = {
  text: string;
  at: number;
};

export type Option = {
  id: string;
  label: string;
};

export type Outcome = "PASSED" | "PARTLY" | "FAILED" | "NOT_COUNTED" | "TIED";

export type Outline = {
  title: string;
  kind: ItemKind;
  presenter: string;
  unit: string;
  plannedMinutes: number;
  visibility: Visibility;
};

export type PaperView = {
  item: string;
  title: string;
  fileName: string;
  pages: number;
  bytes: number;
  access: Access;
  handling: Handling;
  status: Status;
  addedAt: number;
  failedPages: number[];
  supersedes?: string;
  supersededBy?: string;
  namedReaders: string[];
  withdrawnBecause?: string;
};

export type PapersView = {
  papers: Record<string, PaperView>;
};

export type Participant = {
  id: string;
  name: string;
  title: string;
  unit: string;
  role: Role;
  votes: boolean;
};

export type PeopleView = {
  order: string[];
  people: Record<string, PersonView>;
  quorum: QuorumView;
  presentCount: number;
  graceMinutes: number;
};

export type PersonView = {
  name: string;
  title: string;
  unit: string;
  role: Role;
  votes: boolean;
  presence?: Manner;
  arrivedAt?: number;
  returnedAt?: number;
  leftAt?: number;
  late: boolean;
  absence?: string;
};

export type Phase = "DRAFT" | "ISSUED" | "IN_SESSION" | "RECESS" | "CLOSED" | "CANCELLED";

export type Point = {
  period: string;
  value: string;
};

export type PollContest = {
  id: string;
  least: number;
  marks: string[];
  most: number;
};

export type Practice = {
  modes: Mode[];
  weights: boolean;
  delegations: number;
  chairAnswers: ChairAnswers;
  rules: NamedRule[];
  secrecy: SecretSize;
  substitutes: Substitutes;
};

export type PresentationView = {
  paper: string;
  presenter: string;
};

export type Progress = "TO_COME" | "IN_HAND" | "DONE";

export type Proof = {
  c: string;
  s: string;
};

export type Quorum = {
  numerator: number;
  denominator: number;
};

export type QuorumView = {
  members: number;
  present: number;
  needed: number;
  met: boolean;
};

export type Quote = {
  exact: string;
  prefix: string;
  suffix: string;
};

export type Reach = "NOBODY" | "PEOPLE" | "MEETING";

export type RecallView = {
  at: number;
  reason: string;
};

export type Receipt = {
  code: string;
  seq: number;
  at: number;
  marks?: string[];
  by?: string;
};

export type RecusalView = {
  holds: boolean;
  imposed: boolean;
  since: number;
  until?: number;
  reason?: string;
};

export type RecusalsView = {
  items: Record<string, Record<string, RecusalView>>;
};

export type RefusedOp = {
  op: string;
  code: string;
  text: string;
};

export type RequestView = {
  person: string;
  kind: SpeechKind;
  about: string;
  item?: string;
  at: number;
  to?: string;
  minutes: number;
  beyond?: Beyond;
};

export type ResultView = {
  counts: Record<string, number>;
  votes?: Record<string, number>;
  cast: number;
  blank: number;
  notVoted: number;
  base: number;
  needed: number;
  outcome: Outcome;
  sentence: Text;
  lines: Line[];
  names?: Record<string, string[]>;
  withoutBallot: string[];
  opinions: VotesViewOpinionView[];
  helped: Record<string, HelpView>;
  corrections: CorrectionView[];
  receipts: string[];
};

export type RetentionView = {
  hold?: HoldView;
  destroyed: string[];
};

export type RevisionView = {
  at: number;
  by: string;
  reason: string;
  about?: string;
  withdrew?: WithdrawnPaper;
};

export type RichBlock =
  | { kind: "richParagraph"; tone: Tone; runs: RichRun[]; }
  | { kind: "richTable"; rows: RichRow[]; }
  | { kind: "richHeading"; runs: RichRun[]; }
  | { kind: "bulletList"; entries: ListEntry[]; }
  | { kind: "numberList"; entries: ListEntry[]; };

export type RichCell = {
  paragraphs: RichParagraph[];
};

export type RichParagraph = {
  tone: Tone;
  runs: RichRun[];
};

export type RichRow = {
  cells: RichCell[];
};

export type RichRun = {
  text: string;
  bold: boolean;
  italic: boolean;
  underline: boolean;
};

export type RichText = {
  blocks: RichBlock[];
};

export type Role = "CHAIR" | "SECRETARY" | "MEMBER" | "GUEST";

export type RollCallView = {
  order: string[];
  called?: string;
  second: boolean;
  over: boolean;
  answers: Record<string, string[]>;
};

export type Scene = "IDLE" | "WELCOME" | "ITEM" | "PAGE" | "SPEAKER" | "VOTE" | "RESULT" | "SEATS" | "INDICATORS" | "RECESS" | "CLOSED";

export type SealedBallot = {
  contests: SealedContest[];
  voter: string;
};

export type SealedContest = {
  marks: SealedMark[];
  sum: Branches;
};

export type SealedMark = {
  a: string;
  b: string;
  c: string[];
  s: string[];
};

export type Seat = {
  id: string;
  x: number;
  y: number;
  label: string;
  person?: string;
};

export type SeatView = {
  x: number;
  y: number;
  label: string;
  person?: string;
};

export type SeatsView = {
  order: string[];
  seats: Record<string, SeatView>;
  voted?: string[];
};

export type SecretElection = {
  ceremony: Ceremony;
  poll: SecretPoll;
  voters: Voter[];
};

export type SecretPoll = {
  contests: PollContest[];
  id: string;
  minimum: number;
  trustees: string[];
  v: number;
  words?: Words;
  weights?: Voter[];
};

export type SecretSize = {
  fewest: number;
  few: number;
};

export type SecretView = {
  trustees: string[];
  attempt: number;
  step?: TrusteeStep;
  waitingFor: string[];
  fewest: number;
  ready: boolean;
  keyCode?: string;
  voided?: VoidedView;
  ballotsCode?: string;
  decrypted: string[];
  cautions: Caution[];
  counted: boolean;
};

export type Share = {
  reach: Reach;
  people: string[];
};

export type SharedNote = {
  note: Note;
  author: string;
  name: string;
  title?: string;
};

export type SignatureSlot = "SECRETARY" | "CHAIR" | "AGENCY";

export type SignatureView = {
  slot: SignatureSlot;
  by: string;
  subject: string;
  serial: string;
  at: number;
  level: string;
};

export type SpeechKind = "POINT_OF_ORDER" | "REPLY" | "QUESTION" | "DISCUSSION";

export type StageView = {
  scene: Scene;
  presenting?: PresentationView;
  result?: string;
  seats: boolean;
  indicators?: string;
};

export type Stance = "AGREE" | "DISAGREE" | "OTHER";

export type Standing = {
  members: number;
  present: number;
  needed: number;
  met: boolean;
};

export type State = "PREPARED" | "OPEN" | "ON_HOLD" | "COUNTING" | "CLOSED" | "CANCELLED";

export type Status = "PREPARING" | "READY" | "WITHDRAWN";

export type Step = "ISSUE" | "OPEN" | "RESUME" | "CONTINUE_VOTE" | "CLOSE_VOTE" | "AWAIT_COUNT" | "DECIDE_TIE" | "CLEAR_RESULT" | "END_TURN" | "CALL" | "OPEN_VOTE" | "TAKE_UP" | "CLOSE" | "NONE";

export type SubstituteView = {
  person: string;
  votes: boolean;
};

export type Substitutes = "NONE" | "WITHOUT_VOTE" | "WITH_VOTE";

export type SumShare = {
  c: string;
  d: string;
  s: string;
};

export type TaskState = "ASSIGNED" | "IN_PROGRESS" | "WAITING_FOR_APPROVAL" | "DONE" | "CANCELLED";

export type TaskView = {
  id: string;
  item?: string;
  assignment: Assignment;
  state: TaskState;
  percent: number;
  asked?: string;
};

export type TasksView = {
  tasks: TaskView[];
  review?: string;
};

export type Text = {
  vi: string;
  en: string;
};

export type TextPart = "PUBLIC" | "CONFIDENTIAL";

export type TextStanding = {
  version: number;
  seq: number;
  at: number;
  by: string;
  blank: boolean;
};

export type Tie = "CHAIR_DECIDES" | "CHAIR_DECIDES_IF_EVEN" | "FALLS" | "VOTE_AGAIN";

export type Times = {
  first: number;
  later: number;
};

export type Tone = "NORMAL" | "EMPHASIS" | "REMARK";

export type Tool = "PEN" | "MARKER";

export type Trust = {
  vote: string;
  question: string;
  number: number;
  attempt: number;
  state: State;
  due?: TrusteeStep;
  poll: SecretPoll;
  published: Ceremony;
};

export type TrusteeStep = "COMMIT" | "ANNOUNCE" | "DEAL" | "CONFIRM" | "DECRYPT";

export type TurnView = {
  person: string;
  kind: SpeechKind;
  about: string;
  from: number;
  limitMs: number;
  spentMs: number;
  runningSince?: number;
  with?: string;
  beyond?: Beyond;
};

export type Visibility = "EVERYONE" | "MEMBERS";

export type VoidedView = {
  by: string;
  at: number;
  reason: string;
};

export type VoteView = {
  question: string;
  item?: string;
  mode: Mode;
  form: Form;
  contests: Contest[];
  rule: MajorityRule;
  quorum: Quorum;
  state: State;
  members: number;
  entitled: number;
  recused: string[];
  holders: Record<string, string>;
  substituted: string[];
  weights: Record<string, number>;
  received: number;
  openedAt?: number;
  endsAt?: number;
  closedAt?: number;
  waitingFor?: string[];
  rollCall?: RollCallView;
  result?: ResultView;
  repeats?: string;
  cancelledBecause?: string;
  secret?: SecretView;
};

export type Voter = {
  id: string;
  weight: number;
};

export type VotesView = {
  order: string[];
  votes: Record<string, VoteView>;
  running?: string;
};

export type VotesViewOpinionView = {
  person?: string;
  words: string;
};

export type WallView = {
  stage: StageView;
  inHand?: string;
  number?: string;
  speaking: boolean;
  next?: string;
};

export type WithdrawnPaper = {
  paper: string;
  title: string;
};

export type Words = {
  contests: ContestWords[];
  question: string;
};
