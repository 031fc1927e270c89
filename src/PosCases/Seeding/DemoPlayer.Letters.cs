using Microsoft.Extensions.DependencyInjection;
using PosCases.Cases.Communication;
using PosCases.Cases.Evidence;
using PosCases.Cases.Packs;
using PosCases.Letters;
using PosCases.Platform;
using PosCases.Platform.Data;
using PosCases.Platform.Security;

namespace PosCases.Seeding;

/// <summary>Letters of the demo world and the pack that one of them covers.</summary>
internal sealed partial class DemoPlayer
{
    private async Task WriteLettersAsync(CancellationToken ct)
    {
        foreach (var letter in story.Letters.Where(l => !l.Cover))
        {
            await WriteAsync(letter, ct);
        }
    }

    private async Task<LetterId> WriteAsync(DemoScript.CaseLetter wanted, CancellationToken ct)
    {
        var agent = people[story.Agent];
        clock.Pass(TimeSpan.FromMinutes(25), present);
        var made = await DemoWorld.SendAsync(door, new MakeLetter.Command((await ViewAsync(ct)).Case.Id, wanted.Template, LetterLanguage.Chinese), agent, ct);
        var id = new LetterId(made.Value);
        if (wanted.End == LetterState.Draft)
        {
            return id;
        }

        clock.Pass(TimeSpan.FromMinutes(25), present);
        var letter = (await DemoWorld.SendAsync(door, new ViewLetter.Query(id), agent, ct)).Value.Letter;
        var saved = await DemoWorld.SendAsync(door, new SaveLetterVersion.Command(id, letter.Revision, letter.Content.Map(text => Complete(text, wanted))), agent, ct);
        if (!letter.NeedsApproval)
        {
            await DemoWorld.SendAsync(door, new FinishLetter.Command(id, saved.Value), agent, ct);
            return id;
        }

        var handedIn = await DemoWorld.SendAsync(door, new SubmitLetter.Command(id, saved.Value), agent, ct);
        if (wanted.End == LetterState.Final)
        {
            clock.Pass(TimeSpan.FromMinutes(25), present);
            await DemoWorld.SendAsync(door, new ApproveLetter.Command(id, handedIn.Value), people[Supervisor], ct);
        }

        return id;
    }

    private string Complete(string text, DemoScript.CaseLetter wanted) => LetterLibrary.Words.Marks.Replace(
        text,
        mark => LetterLibrary.Fields.FirstOrDefault(f => f.Label.Zh == mark.Groups["label"].Value)?.Code switch
        {
            "contact.phone" => script.Shops.Single(s => s.Key == story.Shop).Phone,
            "facts.what" => wanted.What ?? say.LetterOther,
            _ => say.LetterOther,
        });

    // Packs are made by a job, and only where there are words for them.
    private async Task<Guid?> PackAsync(CancellationToken ct)
    {
        if (story.Letters.FirstOrDefault(l => l.Cover) is not { } cover || services.GetService<PackMaker>() is not { } maker)
        {
            return null;
        }

        var letter = await WriteAsync(cover, ct);
        var found = (await ViewAsync(ct)).Case;
        var accepted = found.Evidence.Where(i => i.Status == EvidenceStatus.Accepted).Select(i => i.Id).ToList();
        var asked = await DemoWorld.SendAsync(
            door,
            new MakePack.Command(found.Id, PackKind.Submission, PackVariant.Full, "zh-CN", institutions[story.Institution], null, accepted) { Letter = letter.Value },
            people[story.Agent],
            ct);
        await using var scope = services.CreateAsyncScope();
        foreach (var command in await maker.Job.Due(scope.ServiceProvider.GetRequiredService<AppDb>(), clock.GetUtcNow(), ct))
        {
            await DemoWorld.SendAsync(door, command, Caller.System, ct);
        }

        return asked.Value;
    }

    private async Task SendPapersAsync(CancellationToken ct)
    {
        var pack = await PackAsync(ct);
        var due = ShanghaiTime.DateOf(clock.GetUtcNow()).AddDays(5);
        await Agent(
            c => new SubmitToInstitution.Command(
                c.Case.Id, c.Case.Version, PartyOf(c), Medium.Portal, say.Receipt + number[^4..], pack is null ? say.Cover : "", due)
            { PackId = pack },
            ct);
    }
}
