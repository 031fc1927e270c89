using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace PosCases.Platform.Security;

/// <summary>A right that a message requires.</summary>
[SuppressMessage("Naming", "CA1711", Justification = "The suffix is reserved for code access security, which no longer exists.")]
public enum Permission
{
    /// <summary>Create a merchant account for oneself; open to everybody.</summary>
    RegisterMerchant,

    /// <summary>Redeem an invitation; open to everybody who holds its link.</summary>
    AcceptInvitation,

    /// <summary>Be told apart at the door: record a sign-in that was tried.</summary>
    SignIn,

    /// <summary>See official telephone lines and when they were last checked; open to everybody.</summary>
    SeeHotlines,

    /// <summary>Read the knowledge base, as far as it is meant for one; open to everybody.</summary>
    ReadKnowledge,

    /// <summary>Keep one's own account: password, second factor, language, notifications.</summary>
    UseAccount,

    /// <summary>File a case, or keep a draft of one.</summary>
    FileCases,

    /// <summary>See cases within one's own scope.</summary>
    ViewCases,

    /// <summary>Write to the other side on a case and read what they wrote.</summary>
    Converse,

    /// <summary>Hand in evidence.</summary>
    SubmitEvidence,

    /// <summary>Withdraw one's case.</summary>
    WithdrawCases,

    /// <summary>Rate how a case was handled.</summary>
    RateCases,

    /// <summary>Invite a lawyer to a case, and revoke it.</summary>
    InviteGuests,

    /// <summary>Leave advice on the case to which one was invited.</summary>
    AdviseCases,

    /// <summary>Work cases: verify, judge evidence, talk to institutions, propose outcomes, keep internal notes.</summary>
    WorkCases,

    /// <summary>Review outcomes, waive evidence, reopen, assign others' work.</summary>
    ReviewCases,

    /// <summary>Open, accept, dismiss and close incidents, and send notices to all merchants concerned.</summary>
    ManageIncidents,

    /// <summary>See figures: supervisors of every case that is not restricted, agents of their own.</summary>
    ViewInsight,

    /// <summary>Have reports sent by mail.</summary>
    ScheduleReports,

    /// <summary>Take lists of cases out as a file.</summary>
    ExportCases,

    /// <summary>See merchants' records.</summary>
    ViewMerchants,

    /// <summary>Make merchants' records on their behalf.</summary>
    ManageMerchants,

    /// <summary>Change merchants' records within one's own scope: the desk any, a merchant's users their own.</summary>
    EditMerchants,

    /// <summary>See the record of one's own merchant.</summary>
    ManageOwnMerchant,

    /// <summary>Manage the users of one's own merchant.</summary>
    ManageMerchantUsers,

    /// <summary>See the directory of institutions and official channels.</summary>
    ViewInstitutions,

    /// <summary>Change the directory of institutions.</summary>
    ManageInstitutions,

    /// <summary>See playbooks.</summary>
    ViewPlaybooks,

    /// <summary>Write, approve and retire playbooks.</summary>
    ManagePlaybooks,

    /// <summary>Write, publish and take down articles of the knowledge base, and see who read them.</summary>
    ManageKnowledge,

    /// <summary>See the business calendar.</summary>
    ViewCalendar,

    /// <summary>Change the business calendar.</summary>
    ManageCalendar,

    /// <summary>Read the library of rules.</summary>
    ViewRules,

    /// <summary>Change the library of rules.</summary>
    ManageRules,

    /// <summary>Invite and list staff, help any account back in.</summary>
    ManageStaff,

    /// <summary>Keep the accounts in one's care: staff for an admin, the own merchant's users for its owner.</summary>
    ManagePeople,

    /// <summary>See what runs in the background and what is stuck.</summary>
    Operate,

    /// <summary>Do what only the system's own jobs do.</summary>
    RunJobs,
}

/// <summary>The matrix of roles and rights; docs/security.md is generated from it.</summary>
public static class Permissions
{
    private static readonly Permission[] Everybody = [Permission.RegisterMerchant, Permission.AcceptInvitation, Permission.SignIn, Permission.SeeHotlines, Permission.ReadKnowledge];

    private static readonly Permission[] SignedIn = [.. Everybody, Permission.UseAccount, Permission.ViewInstitutions, Permission.ViewRules];

    private static readonly Permission[] Merchant =
    [
        .. SignedIn, Permission.FileCases, Permission.ViewCases, Permission.Converse, Permission.SubmitEvidence,
        Permission.WithdrawCases, Permission.RateCases, Permission.ManageOwnMerchant, Permission.EditMerchants,
    ];

    // Not even the directory of institutions: a guest has one case and the rules that it is about.
    private static readonly Permission[] Guest =
    [
        .. Everybody, Permission.UseAccount, Permission.ViewRules, Permission.ViewCases, Permission.Converse, Permission.SubmitEvidence,
        Permission.AdviseCases,
    ];

    private static readonly Permission[] Desk =
    [
        .. SignedIn, Permission.FileCases, Permission.ViewCases, Permission.Converse, Permission.SubmitEvidence,
        Permission.WithdrawCases, Permission.WorkCases, Permission.ViewMerchants, Permission.ManageMerchants,
        Permission.EditMerchants, Permission.ViewPlaybooks, Permission.ViewCalendar, Permission.InviteGuests,
        Permission.ViewInsight,
    ];

    private static readonly FrozenDictionary<Role, FrozenSet<Permission>> Matrix = new Dictionary<Role, FrozenSet<Permission>>
    {
        [Role.Anonymous] = Everybody.ToFrozenSet(),
        [Role.MerchantOwner] = Merchant.Concat([Permission.ManageMerchantUsers, Permission.ManagePeople, Permission.InviteGuests]).ToFrozenSet(),
        [Role.MerchantStaff] = Merchant.ToFrozenSet(),
        [Role.Guest] = Guest.ToFrozenSet(),
        [Role.Agent] = Desk.ToFrozenSet(),
        [Role.Supervisor] = Desk.Concat(
            [
                Permission.ReviewCases, Permission.ManageIncidents, Permission.ManageInstitutions, Permission.ManagePlaybooks, Permission.ManageKnowledge, Permission.ManageCalendar,
                Permission.ManageRules, Permission.ScheduleReports, Permission.ExportCases,
            ]).ToFrozenSet(),
        [Role.Admin] = SignedIn.Concat(
            [
                Permission.ManageStaff, Permission.ManagePeople, Permission.Operate, Permission.ManageInstitutions, Permission.ViewPlaybooks,
                Permission.ViewCalendar, Permission.ManageCalendar, Permission.ManageRules,
            ]).ToFrozenSet(),
        [Role.System] = [Permission.RunJobs],
    }.ToFrozenDictionary();

    /// <summary>The rights of a role.</summary>
    public static FrozenSet<Permission> Of(Role role) => Matrix[role];
}
