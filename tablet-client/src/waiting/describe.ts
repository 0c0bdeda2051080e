import type { Command, MeetingView } from "client-kit/proto/protocol.ts";
import { t } from "../texts/all.ts";

/** A command in the words of the person who gave it, for the list of what waits and what was refused. */
export function describe(command: Command, view: MeetingView | null): string {
  const question = (vote: string): { question: string } => ({ question: view?.votes.votes[vote]?.question ?? "…" });
  const item = (id: string): { title: string } => ({ title: view?.agenda.items[id]?.title ?? "…" });
  const name = (person: string | undefined): { name: string } => ({ name: person ? view?.people.people[person]?.name ?? "…" : "…" });
  const asker = (request: string): { name: string } => name(view?.floor.requests[request]?.person);
  switch (command.type) {
    case "castDelegatedBallot": return t("doCastDelegatedBallot", { name: name(command.person).name, ...question(command.vote) });
    case "castSecretBallot": return t("doCastBallot", question(command.vote));
    case "spoilBallot": return t("doSpoilBallot", question(command.vote));
    case "commitKey": case "announceKey": case "dealKey": case "confirmKey": case "voidCeremony": return t("doKey");
    case "sendDecryption": return t("doDecrypt", question(command.vote));
    case "castBallot": return t("doCastBallot", question(command.vote));
    case "checkIn": return t("doCheckIn", { manner: t(`present${command.manner}`) });
    case "askToSpeak": return t("doAskToSpeak", { kind: t(`speech${command.kind}`) });
    case "withdrawRequest": return t("doWithdrawRequest");
    case "endTurn": return t("doEndTurn");
    case "markLeft": return t("doMarkLeft");
    case "markPresent": return t("doMarkPresent", name(command.person));
    case "takeUpItem": return t("doTakeUpItem", item(command.item));
    case "openMeeting": return t("doOpenMeeting");
    case "recessMeeting": return t("doRecessMeeting");
    case "resumeMeeting": return t("doResumeMeeting");
    case "closeMeeting": return t("doCloseMeeting");
    case "callSpeaker": return t("doCallSpeaker", asker(command.request));
    case "appointSpeaker": return t("doAppointSpeaker", name(command.person));
    case "dismissRequest": return t("doDismissRequest", asker(command.request));
    case "pauseTurn": return t("doPauseTurn");
    case "moveRequest": return t("doMoveRequest", asker(command.request));
    case "pauseSpeakersList": return t("doPauseSpeakersList");
    case "handInOpinion": return t("doHandInOpinion", item(command.item));
    case "giveOpinion": return t("doGiveOpinion", item(command.item));
    case "withdrawOpinion": return t("doWithdrawOpinion", item(command.item));
    case "openSpeakersList": return t("doOpenSpeakersList");
    case "prepareVote": return t("doPrepareVote", { question: command.motion.question });
    case "openVote": return t("doOpenVote", question(command.vote));
    case "closeVote": return t("doCloseVote", question(command.vote));
    case "holdVote": return t("doHoldVote", question(command.vote));
    case "cancelVote": return t("doCancelVote", question(command.vote));
    case "repeatVote": return t("doRepeatVote", question(command.vote));
    case "decideTie": return t("doDecideTie", question(command.vote));
    case "clearResult": return t("doClearResult");
    case "showResult": return t("doShowResult");
    case "startPresenting": return t("doStartPresenting", { title: view?.papers.papers[command.paper]?.title ?? "…" });
    case "stopPresenting": return t("doStopPresenting");
    case "recordConclusion": return t("doRecordConclusion", item(command.item));
    case "recusePerson": return t("doRecusePerson", item(command.item));
    case "takeBackRecusal": return t("doTakeBackRecusal", item(command.item));
    case "nameSubstitute": case "endSubstitution": return t("substituteTitle");
    case "delegateVote": case "takeBackDelegation": return t("delegateTitle");
    // What only the console gives.
    case "addItem": case "cancelMeeting": case "editItem": case "editMeeting": case "editPaper": case "editVote": case "issueMeeting": case "laySeats": case "markAllPresent": case "markPresent":
    case "moveItem": case "nameParticipants": case "openPaperTo": case "protectPaper": case "removeItem": case "setFloorRules": case "removeVote": case "reportAbsence": case "seatPerson": case "setGrace": case "showSeats": case "showIndicators": case "clearIndicators": case "takeAwayIndicators":
    case "withdrawPaper": case "setWeights": case "recordBallot": case "startRollCall": case "callNextName": case "correctResult": case "correctAttendance":
    case "extendForm": case "remindMembers": case "closeForm": case "leaveOutForm": case "setOpinionCutOff": case "compileOpinions":
    case "assignTask": case "editTask": case "reportProgress": case "askExtension": case "decideExtension": case "claimCompletion": case "decideCompletion": case "cancelTask":
    case "writeMinutes": case "acknowledgeFacts": case "commentMinutes": case "resolveComment": case "approveMinutes": case "askMinutesChanges": case "setHold": case "liftHold": case "issueDocument": case "recallDocument":
      return t("doOther");
  }
}

