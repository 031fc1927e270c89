using System.Reflection;
using MediatR;
using PosCases.AfterCare;
using PosCases.Calendar;
using PosCases.Cases;
using PosCases.Cases.Deadlines;
using PosCases.Cases.Evidence;
using PosCases.Cases.Evidence.Redaction;
using PosCases.Cases.Impact;
using PosCases.Cases.Measures;
using PosCases.Cases.Notices;
using PosCases.Cases.Plan;
using PosCases.Cases.Relief;
using PosCases.Cases.Resolution;
using PosCases.Cases.Transactions;
using PosCases.Cases.Transactions.Reading;
using PosCases.Cases.Transactions.Slips;
using PosCases.Cases.Triage;
using PosCases.Cases.Verification;
using PosCases.Platform;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.Platform.Storage;
using PosCases.Remedies;
using PosCases.TestSupport;

namespace PosCases.IntegrationTests.Cases;

/// <summary>Makes every message that there is, so that no new one is forgotten where all of them must be refused.</summary>
internal static class EveryMessage
{
    private static readonly MethodInfo Sending = typeof(EveryMessage).GetMethod(nameof(SendTypedAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>The messages that name a case or a paper and that somebody of the role may send.</summary>
    public static IEnumerable<Type> NamingACase(Role role) =>
        typeof(Case).Assembly.GetTypes()
            .Where(t => t.IsAssignableTo(typeof(IBaseRequest)) && t.GetCustomAttribute<RequiresAttribute>() is { } requires
                && Permissions.Of(role).Contains(requires.Permission))
            .Where(t => t != typeof(MarkNotificationsRead.Command))
            .Where(t => t.GetProperties().Any(p =>
                p.PropertyType == typeof(CaseId) || p.PropertyType == typeof(IReadOnlyList<CaseId>) || p.PropertyType == typeof(EvidenceItemId)
                || p is { Name: "Number" or "CaseNumber", PropertyType.Name: "String" }));

    /// <summary>A message of the type about the case, valid in itself.</summary>
    public static object Made(Type type, Case of, TestHost app)
    {
        var constructor = type.GetConstructors().OrderByDescending(c => c.GetParameters().Length).First();
        return constructor.Invoke([.. constructor.GetParameters().Select(p => Fitting(type, p, of, app))]);
    }

    private static object? Fitting(Type message, ParameterInfo parameter, Case of, TestHost app)
    {
        var today = ShanghaiTime.DateOf(app.Clock.GetUtcNow());
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        return (parameter.Name, type) switch
        {
            (_, var t) when t == typeof(CaseId) => of.Id,
            (_, var t) when t == typeof(IReadOnlyList<CaseId>) => (IReadOnlyList<CaseId>)[of.Id],
            (_, var t) when t == typeof(EvidenceItemId) => of.Evidence[0].Id,
            ("Version", _) => of.Version,
            ("To", _) => app.CallerOf("li").Id,
            ("Number" or "CaseNumber" or "SurvivorNumber", _) => of.Number,
            ("Code", _) => message == typeof(AddCause.Command) ? "ABNORMAL_TXN" : message == typeof(SubmitEvidence.Command) ? "OTHER" : "R01",
            ("Until", _) => today.AddDays(9),
            ("Stars", _) => 3,
            ("Route", _) => "RT7",
            ("Step", var t) when t == typeof(string) => RouteLibrary.Find("RT7")!.Steps[0].Code,
            ("UserName", _) => $"xu-{Guid.NewGuid():N}@law.example"[..40],
            ("Move", _) => ReliefMove.Refused,
            ("RequirementId", _) => of.Requirements[0].Id,
            ("StepId", _) => of.Steps.First(s => s.Role == StepRole.Merchant).Id,
            (_, var t) when t == typeof(ImpactForm) => new ImpactForm { Customers = 1 },
            (_, var t) when t == typeof(InterimTerms) => new InterimTerms { Code = InterimCatalogue.Shipped.Options[0].Code, StartsOn = today, OwnName = true },
            (_, var t) when t == typeof(ReliefTerms) => new ReliefTerms { Amount = 1m },
            (_, var t) when t == typeof(ReliefSaying) => new ReliefSaying(null, app.Clock.GetUtcNow(), "R-1"),
            (_, var t) when t == typeof(DeadlineForm) => new DeadlineForm
            {
                StartsAt = app.Clock.GetUtcNow(),
                Title = "t",
                Amount = 1,
                Unit = TermUnit.Days,
                Basis = "b",
                Source = "s",
            },
            (_, var t) when t == typeof(DeviceSnapshot) => new DeviceSnapshot(),
            (_, var t) when t == typeof(IReadOnlyDictionary<string, int>) => new Dictionary<string, int>(StringComparer.Ordinal) { ["every-case"] = 1 },
            ("Language", var t) when t == typeof(string) => "zh-CN",
            ("For", _) => Ball.Merchant,
            ("Amount", _) => 5m,
            (_, var t) when t == typeof(string) => "words",
            (_, var t) when t == typeof(DateOnly) => today,
            (_, var t) when t == typeof(DateTimeOffset) => app.Clock.GetUtcNow(),
            (_, var t) when t == typeof(Guid) => Guid.NewGuid(),
            (_, var t) when t == typeof(bool) => true,
            (_, var t) when t == typeof(decimal) => 1m,
            (_, var t) when t == typeof(int) => 1,
            (_, var t) when t == typeof(long) => 1L,
            (_, var t) when t == typeof(Term) => new Term(1, TermUnit.Days),
            (_, var t) when t == typeof(MeasureRecord) => new MeasureRecord(),
            (_, var t) when t == typeof(RenewalRecord) => new RenewalRecord(),
            (_, var t) when t == typeof(ProposalRecord) => new ProposalRecord { Outcome = Outcome.Refused, Statement = "s", Proof = "p", Advice = "a" },
            (_, var t) when t == typeof(StoredFile) => new StoredFile(Guid.NewGuid().ToString("N"), "f.png", "image/png", 1, new string('a', 64)),
            (_, var t) when t == typeof(IReadOnlyList<StoredFile>) => Array.Empty<StoredFile>(),
            (_, var t) when t == typeof(Scanned) => Scanned.Not,
            (_, var t) when t == typeof(IReadOnlyList<EvidenceItemId>) => (IReadOnlyList<EvidenceItemId>)[.. of.Evidence.Select(i => i.Id)],
            (_, var t) when t == typeof(DisputeForm) => new DisputeForm(DisputeReason.Retrieval, null, SlipState.Wanted, null, null),
            (_, var t) when t == typeof(SlipForm) => new SlipForm { Amount = 1m },
            (_, var t) when t == typeof(IReadOnlyList<string>) => (IReadOnlyList<string>)["cell"],
            (_, var t) when t == typeof(IReadOnlyDictionary<string, decimal>) => new Dictionary<string, decimal>(StringComparer.Ordinal),
            (_, var t) when t == typeof(Vault.Kept) => new Vault.Kept(new string('a', 32), 1, new string('a', 64), of.Id.Value, new WrappedKey("k", new byte[60])),
            (_, var t) when t == typeof(TableShape) => new TableShape { Format = TableFormat.Csv, HeaderRow = 1, Headers = ["h"], Rows = 1, Sample = [], Guess = [TransactionField.Amount] },
            (_, var t) when t == typeof(IReadOnlyList<EvidenceAsk>) => (IReadOnlyList<EvidenceAsk>)[new EvidenceAsk(["OTHER"], RequirementLevel.Optional, "w", "w")],
            (_, var t) when t == typeof(IReadOnlyList<RedactionMark>) => (IReadOnlyList<RedactionMark>)[new RedactionMark(1, RedactionLabel.Other)],
            (_, var t) when t == typeof(CareLine) => new CareLine("P01", today),
            (_, var t) when t == typeof(IReadOnlyList<CareLine>) => (IReadOnlyList<CareLine>)[new CareLine("P01", today)],
            (_, var t) when t == typeof(IReadOnlyList<Guid>) => (IReadOnlyList<Guid>)[Guid.NewGuid()],
            (_, { IsEnum: true } t) => Enum.GetValues(t).GetValue(0),
            (_, { IsGenericType: true } t) when t.GetGenericArguments()[0].IsEnum => OneOf(t.GetGenericArguments()[0]),
            (_, { IsValueType: true } t) => Activator.CreateInstance(t),
            _ => null,
        };
    }

    private static Array OneOf(Type item)
    {
        var list = Array.CreateInstance(item, 1);
        list.SetValue(Enum.GetValues(item).GetValue(0), 0);
        return list;
    }

    /// <summary>Sends a message of whatever type.</summary>
    public static Task<Result> SendAsync(Sender sender, object message)
    {
        var answer = message.GetType().GetInterfaces().Single(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequest<>)).GetGenericArguments()[0];
        return (Task<Result>)Sending.MakeGenericMethod(answer).Invoke(null, [sender, message])!;
    }

    private static async Task<Result> SendTypedAsync<T>(Sender sender, IRequest<T> message)
        where T : Result => await sender.Send(message);
}
