using PosCases.Cases;

namespace PosCases.Web.Desk;

/// <summary>Which of the work that leaves the status alone the actor may do; follows from what the lifecycle allows.</summary>
internal static class CaseRights
{
    extension(CaseView view)
    {
        /// <summary>Whether it is still open for anybody.</summary>
        public bool IsOpen => view.Summary.ClosedAt is null;

        /// <summary>The owner, from taking it up until an outcome is proposed: pausing and waking are his alone.</summary>
        public bool MayWork => view.Allows(CaseAction.Wait) || view.Allows(CaseAction.Wake);

        /// <summary>Judge the notice.</summary>
        public bool MayVerify => view.Allows(CaseAction.ConfirmGenuine);

        /// <summary>Judge papers: not while the case waits.</summary>
        public bool MayJudge => view.Allows(CaseAction.Wait);

        /// <summary>Ask for papers: once the notice is confirmed.</summary>
        public bool MayAskForPapers => view.MayJudge && !view.MayVerify;

        /// <summary>Record what an institution answered.</summary>
        public bool MayRecordAnswer => view.Allows(CaseAction.ProposeResolution);

        /// <summary>Send the papers: the first time, or to a further institution.</summary>
        public bool MaySubmit => view.Allows(CaseAction.SubmitToInstitution) || view.Allows(CaseAction.RequestMoreEvidence);

        /// <summary>Do without a paper.</summary>
        public bool MayWaive => view.Is(Doer.Supervisor) && view.IsOpen;

        /// <summary>End steps of the plan.</summary>
        public bool MayEndSteps => view.Is(Doer.Owner) && view.IsOpen;

        /// <summary>End a supervisor's steps of the plan.</summary>
        public bool MayEndSupervisorSteps => view.Is(Doer.Supervisor) && view.IsOpen;

        /// <summary>Restrict who sees it, and change that.</summary>
        public bool MayRestrict => view.Is(Doer.Supervisor) || view.Is(Doer.Owner);

        /// <summary>Whether the reader may put the case on legal hold, end that, and erase papers whose time has ended.</summary>
        public bool MayHold => view.Is(Doer.Supervisor);

        /// <summary>Give it to somebody.</summary>
        public bool MayAssign => view.Is(Doer.Supervisor) && view.IsOpen;
    }
}
