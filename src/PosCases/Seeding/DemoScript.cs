using System.Text.Json;
using System.Text.Json.Serialization;
using PosCases.Calendar;
using PosCases.Cases;
using PosCases.Cases.Filing;
using PosCases.Cases.Impact;
using PosCases.Cases.Measures;
using PosCases.Cases.Restriction;
using PosCases.Letters;
using PosCases.Merchants;
using PosCases.Platform;
using PosCases.Supervision;

namespace PosCases.Seeding;

/// <summary>How far a demo case goes.</summary>
internal enum DemoPath
{
    Filed,
    Verifying,
    CannotTell,
    Collecting,
    Judging,
    ReadyToSubmit,
    Submitted,
    FollowUpDue,
    MoreRequested,
    Answered,
    PartlyReleased,
    Proposed,
    Returned,
    ClosedFull,
    ClosedPartly,
    ClosedRefused,
    LegalRoute,
    FakeProposed,
    FakeClosed,
    NotAFreeze,
    Waiting,
    WithdrawnEarly,
    WithdrawalAsked,
    Duplicate,
    Reopened,
    Refused,
    FinallyRefused,
    SecondRound,
}

/// <summary>The words and numbers of the demo world; they stand in demo.json.</summary>
internal sealed record DemoScript(
    IReadOnlyList<DemoScript.Staff> Team, IReadOnlyList<DemoScript.Shop> Shops, IReadOnlyList<DemoScript.Story> Stories, DemoScript.Words Say)
{
    /// <summary>The words of an acquirer's export.</summary>
    public required ExportWords Export { get; init; }

    /// <summary>The incident that the demo opens, and what is merged and linked.</summary>
    public required IncidentWords Incidents { get; init; }

    /// <summary>What the desk calls its tags and views.</summary>
    public required DeskWords Desk { get; init; }

    /// <summary>What people say after a case was closed.</summary>
    public required CareWords Care { get; init; }

    /// <summary>What supervisors see.</summary>
    public required DemoSupervision.Words Supervision { get; init; }

    /// <summary>What a shop prepares.</summary>
    public required DemoPrevention.Words Prepared { get; init; }

    /// <summary>What the same shop has looked through.</summary>
    public required DemoWatch.Words Watch { get; init; }

    /// <summary>The papers that shops keep on their profile.</summary>
    public required IReadOnlyList<KeptPaper> Kept { get; init; }

    // From filing to being taken up.
    private static readonly TimeSpan TakenUp = TimeSpan.FromMinutes(25);

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public sealed record Staff(string Key, string UserName, string Name, Platform.Security.Role Role, string Culture = "zh-CN");

    public sealed record Shop(
        string Key, string Name, MerchantKind Kind, string? Code, string? Mcc, string Region, string Address, string Phone,
        string Owner, string OwnerName, string? Helper, string? HelperName, string Acquirer, string MerchantNumber, string Terminal, string Model,
        string Bank, string AccountTail, string Culture = "zh-CN");

    public sealed record Story
    {
        public required string Shop { get; init; }

        public required DemoPath Path { get; init; }

        /// <summary>So many days before the present; or see <see cref="LastWeek"/>.</summary>
        public double DaysAgo { get; init; }

        /// <summary>So many days after the Monday of the week before the present one.</summary>
        public double? LastWeek { get; init; }

        /// <summary>So many working hours before the present the time for its verification ran out.</summary>
        public int? LateBy { get; init; }

        public string Agent { get; init; } = "li";

        public string Institution { get; init; } = "DEMO-XINGHE";

        public NoticeChannel ToldBy { get; init; } = NoticeChannel.App;

        public string? Teller { get; init; }

        public string? CallerNumber { get; init; }

        public string? Wording { get; init; }

        public IReadOnlyList<Demand> Demands { get; init; } = [];

        public MeasureKind Measure { get; init; } = MeasureKind.SettlementDelay;

        public IReadOnlyList<Ability> Abilities { get; init; } = [Ability.Withdraw];

        public decimal? Amount { get; init; }

        public ImposedBy ImposedBy { get; init; } = ImposedBy.Acquirer;

        public ReasonGiven Reason { get; init; } = ReasonGiven.Given;

        public string? ReasonText { get; init; }

        public string? Document { get; init; }

        public decimal? Daily { get; init; }

        public int? CashDays { get; init; }

        public decimal? Payables { get; init; }

        public IReadOnlyList<PriorEvent> Before { get; init; } = [PriorEvent.Nothing];

        public string? BeforeText { get; init; }

        public string Cause { get; init; } = "ABNORMAL_TXN";

        public string? Example { get; init; }

        public bool ByDesk { get; init; }

        /// <summary>So many days ago the notice set a deadline of five days.</summary>
        public double? NoticeDaysAgo { get; init; }

        /// <summary>So many days from the present the document says that the measure ends.</summary>
        public int? EndsInDays { get; init; }

        /// <summary>Nobody takes note of its late clocks.</summary>
        public bool Neglected { get; init; }

        /// <summary>The next route that a final refusal names.</summary>
        public string NextRoute { get; init; } = "RT1";

        public string? Note { get; init; }

        public string? Question { get; init; }

        /// <summary>What the merchant says of the impact; nothing but what he told at filing without it.</summary>
        public DemoScript.Impact? Impact { get; init; }

        /// <summary>Code of the way to be paid meanwhile that the merchant chooses.</summary>
        public string? Interim { get; init; }

        public Freeze? Freeze { get; init; }

        public Restriction? Restrict { get; init; }

        /// <summary>How the shop sells; its transactions are imported where it is said.</summary>
        public Sales? Sales { get; init; }

        public IReadOnlyList<CaseLetter> Letters { get; init; } = [];

        /// <summary>When it begins.</summary>
        public DateTimeOffset BeginsAt(DateTimeOffset present, CaseOptions options)
        {
            if (LateBy is { } late)
            {
                return options.Working.Add(present, -options.LengthOf(CaseStatus.Verification)!.Value - TimeSpan.FromHours(late)) - TakenUp;
            }

            return LastWeek is { } days ? ShanghaiTime.StartOf(DrawSample.WeekOf(ShanghaiTime.DateOf(present)).AddDays(-7)).AddDays(days) : present.AddDays(-DaysAgo);
        }
    }

    /// <summary>A paper that a shop keeps; the days count from the present.</summary>
    public sealed record KeptPaper(string Shop, string Code, int IssuedDaysAgo, int EndsInDays);

    /// <summary>A letter of a case: how far it goes, whether it covers the pack that is sent, and what happened.</summary>
    public sealed record CaseLetter(string Template, LetterState End, bool Cover = false, string? What = null);

    /// <summary>How a shop sells.</summary>
    public sealed record Sales(int Days, int PerDay, int From, int To, int Opens, int Closes, bool Busy);

    /// <summary>The words of an acquirer's export.</summary>
    public sealed record ExportWords(string File, string Columns, string Sale, string Refund, string Succeeded, string Failed, string Debit, string Credit, string Total, string Rows, string Unreadable);

    /// <summary>An incident: its cases are those at the institution with this reason.</summary>
    public sealed record IncidentWords(
        string Title, string Institution, string Like, string Reason, string Contact, string Channel, string NoticeZh, string NoticeEn, string MergeReason, string LinkReason);

    /// <summary>What a merchant says of the impact.</summary>
    public sealed record Impact(
        decimal? Margin, decimal? LostShare, decimal? Costs, decimal? Cash, int? Customers, int? Complaints, decimal? Wages, IReadOnlyList<ImpactEffect>? Effects);

    /// <summary>The document behind a measure, and how far it has run at the present day.</summary>
    public sealed record Freeze(
        DocumentKind Kind, OrderingBody OrderedBy, Term? Term, FreezeScope Scope, int? MonthsAgo, int DaysLater, double? HoursAgo, Renewal? Renewal, string Basis);

    public sealed record Renewal(string Document, Term Term, string Note);

    public sealed record Restriction(RestrictionCause Cause, string Reason, IReadOnlyList<string> People, bool HideFromMerchantStaff);

    /// <summary>Sentences that the demo's people say.</summary>
    public sealed record Words(
        string Confirms, string Denies, string Genuine, string Fake, string CannotTell, string Basis, string Rejected, string Cover, string Receipt,
        string Called, string Promise, string Lifted, string PartlyLifted, string MoreWanted, string Refused, string MoreWhyZh, string MoreWhyEn,
        string FrozenProof, string ReleasedProof, string FullStatement, string PartStatement, string RefusedStatement, string Proof,
        string Conditions, string FullAdvice, string PartAdvice, string RefusedAdvice, string FakeAdvice, string DeviceFinding, string DeviceAdvice,
        string ReturnReason, string ApproveNote, string LegalRoute, string ReportRoute, string LegalReason, string LegalBody, string LegalNumber,
        string WaitReason, string WithdrawReason,
        string DuplicateReason, string ReopenReason, string Thanks, string StepNote, string Answer, string Wages, string ReliefPerson, string ReliefWords,
        string InterimCost, string InterimContact, string InterimNote, string NoticeTitle, string NoticeBasis,
        string NoticeSource, string Noted, string MissingWhyZh, string MissingWhyEn, IReadOnlyDictionary<string, string> FileNames,
        string LetterOther);

    /// <summary>Reads the embedded script.</summary>
    public static DemoScript Read()
    {
        using var stream = typeof(DemoScript).Assembly.GetManifestResourceStream("PosCases.Seeding.demo.json")!;
        return JsonSerializer.Deserialize<DemoScript>(stream, Options)!;
    }

    /// <summary>What the desk calls its tags and views.</summary>
    /// <param name="Large">Tag of the largest amounts.</param>
    /// <param name="Wages">Tag of those who wait for it to pay wages.</param>
    /// <param name="Daily">Tag of what is looked at every day, and the view of it.</param>
    /// <param name="Mine">View of one's own urgent cases.</param>
    internal sealed record DeskWords(string Large, string Wages, string Daily, string Mine);

    /// <summary>What people say after a case was closed.</summary>
    internal sealed record CareWords(string Words, string Person, string Password, string Contacts, string Done, string Restricted);
}
