using Microsoft.AspNetCore.Components.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using PosCases.AfterCare;
using PosCases.Calendar;
using PosCases.Cases;
using PosCases.Cases.Conversation;
using PosCases.Cases.Evidence;
using PosCases.Cases.Evidence.Custody;
using PosCases.Cases.Evidence.Judging;
using PosCases.Cases.Guests;
using PosCases.Cases.Links;
using PosCases.Cases.Packs;
using PosCases.Cases.Papers;
using PosCases.Cases.Tags;
using PosCases.Cases.Worklist;
using PosCases.Cases.Worklist.Views;
using PosCases.Incidents;
using PosCases.Institutions;
using PosCases.Letters;
using PosCases.Merchants;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.Remedies;
using PosCases.Rules;
using PosCases.Team;
using PosCases.Team.Cover;
using PosCases.Supervision.Consistency;
using PosCases.Web.Cases;
using PosCases.Web.Desk.Presence;
using PosCases.Web.Hosting;
using PosCases.Web.Shell;

namespace PosCases.ComponentTests.Desk;

/// <summary>Renders the desk's pages over cases made through the verbs.</summary>
public abstract class DeskContext : FeatureContext
{
    protected static readonly Actor Li = new(Guid.NewGuid(), "Li", Role.Agent, null);
    protected static readonly Actor Wang = new(Guid.NewGuid(), "Wang", Role.Supervisor, null);

    /// <summary>The merchant of every case, as on record.</summary>
    protected static readonly ViewJudging.MerchantFacts Facts =
        new("Noodle House", "91330106MA2XXXXX1A", ["1 River Road"], [new ViewJudging.AccountFacts("Example Bank", "Noodle House", "6789")], ["T-1"]);

    /// <param name="addServices">What a test asks for beside the desk's; later it is too late.</param>
    protected DeskContext(Action<IServiceCollection>? addServices = null)
        : base(addServices: services => (addServices ?? (_ => { }))(services.AddCaseScreens().AddSingleton<ChangeFeed>().AddSingleton<CasePresence>().AddSingleton<Handover>()
            .AddSingleton<ComponentStatePersistenceManager>().AddSingleton(services => services.GetRequiredService<ComponentStatePersistenceManager>().State).AddSingleton(new EvidenceLimits())
            .AddSingleton(new CaseOptions()).AddSingleton(WorkCalendar.WeekendsOnly)
            .AddSingleton(new PosCases.Platform.Tools.ExternalTools(new())).AddSingleton<PosCases.Platform.Documents.PdfPrinter>()
            .AddSingleton(new PosCases.Platform.Previews.PreviewOptions()).AddSingleton<PosCases.Platform.Previews.PreviewMaker>().AddSingleton<PosCases.Platform.Previews.Blackening>()))
    {
        Mediator.On<ListInstitutions.Query>(_ => Answer(new Page<ListInstitutions.Row>([], 0, 1, 200)));
        Mediator.On<ViewLoad.Query>(_ => Answer<IReadOnlyList<ViewLoad.Row>>(
            [new(Li.Id, "Li", Role.Agent, 12, 1, 2, 3), new(Wang.Id, "Wang", Role.Supervisor, 4, 0, 0, 0)]));
        Mediator.On<ListAbsences.TodayQuery>(_ => Answer<IReadOnlyList<ListAbsences.Away>>([]));
        Mediator.On<ListOwners.Query>(_ => Answer<IReadOnlyList<ListOwners.Row>>([new(Li.Id, "Li"), new(Wang.Id, "Wang")]));
        Mediator.On<ListCases.AgainQuery>(_ => Answer(new ListCases.Again([], new HashSet<CaseId>())));
        Mediator.On<ListTags.Query>(_ => Answer<IReadOnlyList<string>>([]));
        Mediator.On<ListViews.Query>(_ => Answer<IReadOnlyList<ListViews.Row>>([]));
        Mediator.On<ChooseColumns.Query>(_ => Answer<IReadOnlyList<string>>([]));
        Mediator.On<ViewMessages.Query>(_ => Answer(new ViewMessages.Thread([], 0)));
        Mediator.On<ListRules.Query>(_ => Answer(new ListRules.Answer([], false)));
        Mediator.On<ViewAdvice.Query>(_ => Answer<IReadOnlyList<ViewAdvice.Row>>([]));
        Mediator.On<ViewRemedies.Query>(_ => Answer(RouteAdvisor.Advise(new RouteFacts([], MerchantKind.Company, []))));
        Mediator.On<ViewJudging.Query>(_ => Answer(new ViewJudging.Answer(Facts, Array.Empty<ViewJudging.Twin>().ToLookup(_ => default(EvidenceItemId)))));
        Mediator.On<ListSendBackReasons.Query>(_ => Answer(new ListSendBackReasons.Answer([], false)));
        Mediator.On<ListLetters.Query>(_ => Answer(new ListLetters.Answer([], [], false, false)));
        Mediator.On<ListCoverLetters.Query>(_ => Answer<IReadOnlyList<ListCoverLetters.Row>>([]));
        Mediator.On<ListMerchantPapers.Query>(_ => Answer(new ListMerchantPapers.Answer([], new DateOnly(2026, 11, 24))));
        Mediator.On<ViewCustody.Query>(_ => (Result<CustodyView>)new NotFound("Evidence"));
        Mediator.On<ListPacks.Query>(_ => Answer<IReadOnlyList<PackRow>>([]));
        Mediator.On<ViewIncidentsOfCase.Query>(_ => Answer<IReadOnlyList<Incident>>([]));
        Mediator.On<PosCases.Knowledge.ListArticlesOfCase.Query>(_ => Answer<IReadOnlyList<PosCases.Knowledge.ListArticlesOfCase.Row>>([]));
        Mediator.On<PosCases.Prevention.Watch.ViewAlert.OfCaseQuery>(_ => Answer<IReadOnlyList<PosCases.Prevention.Watch.ViewAlert.Prepared>>([]));
        Mediator.On<ViewSimilarDecided.Query>(_ => Answer(new ViewSimilarDecided.View(null, null, DecisionSplit.Of([]), [], null)));
        Mediator.On<ViewTimeline.Query>(_ => Answer<IReadOnlyList<CaseEvent>>([]));
        Mediator.On<ListCases.Query>(_ => Answer(new ListCases.Page([], null)));
        Mediator.On<ViewLinks.Query>(_ => Answer<IReadOnlyList<ViewLinks.Row>>([]));
        Mediator.On<ListSimilar.Query>(_ => Answer<IReadOnlyList<ListSimilar.Row>>([]));
        Mediator.On<ViewCareOfCase.Query>(_ => Answer(new ViewCareOfCase.View(null, [], [], [], [], [], new Dictionary<CaseId, string>(), MayPlan: true, new DateOnly(2026, 11, 24))));
        Mediator.On<ViewNotes.Query>(_ => Answer<IReadOnlyList<ViewNotes.Row>>([]));
    }

    protected void SignIn(Actor actor) =>
        Authorization.SetAuthorized(actor.Name).SetRoles(actor.Role == Role.Supervisor ? NavRoles.Supervisor : actor.Role == Role.Admin ? NavRoles.Admin : NavRoles.Agent);

    /// <summary>Shows the case to its reader wherever it is asked for.</summary>
    protected void Given(Case found, Actor reader)
    {
        SignIn(reader);
        Mediator.On<ViewCase.Query>(_ => Answer(CaseWorld.ViewOf(found, reader)));
    }

    protected void Announce(Case changed) => Services.GetRequiredService<ChangeFeed>().Announce([changed.Id.Value]);
}
