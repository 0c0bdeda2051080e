/** What is opened after a meeting, in one part that comes when it is asked for: its minutes, and the tasks that came of meetings. */
import "./minutes-screen.ts";
import "../tasks/tasks-screen.ts";
