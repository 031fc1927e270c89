using MediatR;
using PosCases.Cases;
using PosCases.Cases.Conversation;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.Web.Design;

namespace PosCases.Web.Api;

/// <summary>Words that are kept with a case.</summary>
internal sealed record ApiWords(string Text);

/// <summary>An internal note.</summary>
internal sealed record ApiNote(string Author, string Text, DateTimeOffset At);

/// <summary>A message between the merchant's side and the desk.</summary>
internal sealed record ApiMessage(long Seq, string Author, bool FromMerchant, string Text, DateTimeOffset At);

/// <summary>The notes of a case, newest first.</summary>
internal sealed record ApiNotes(IReadOnlyList<ApiNote> Items);

/// <summary>The messages of a case, oldest first.</summary>
internal sealed record ApiMessages(IReadOnlyList<ApiMessage> Items, int Unread);

/// <summary>What is written on a case: notes for the desk alone, messages between both sides.</summary>
internal static class ApiConversation
{
    /// <summary>Maps it.</summary>
    public static void MapConversation(this IEndpointRouteBuilder api)
    {
        api.MapGet("/cases/{number}/notes", NotesAsync).Produces<ApiNotes>().Says("listNotes", TokenScopes.Read, 404);
        api.Write("/cases/{number}/notes", "addNote", (id, text) => new AddNote.Command(id, text));
        api.MapGet("/cases/{number}/messages", MessagesAsync).Produces<ApiMessages>().Says("listMessages", TokenScopes.Read, 404);
        api.Write("/cases/{number}/messages", "postMessage", (id, text) => new PostMessage.Command(id, text));
    }

    private static async Task<IResult> NotesAsync(string number, IMediator mediator, ApiProblems problems, CancellationToken ct)
    {
        var found = await mediator.Send(new FindCase.Query(number), ct);
        if (!found.Succeeded)
        {
            return problems.Of(found.Error);
        }

        var notes = await mediator.Send(new ViewNotes.Query(found.Value.Id), ct);
        return notes.Succeeded ? ApiCases.Json(new ApiNotes([.. notes.Value.Select(n => new ApiNote(n.Author, n.Text, n.At.InChina()))])) : problems.Of(notes.Error);
    }

    private static async Task<IResult> MessagesAsync(string number, IMediator mediator, ApiProblems problems, CancellationToken ct)
    {
        var found = await mediator.Send(new FindCase.Query(number), ct);
        if (!found.Succeeded)
        {
            return problems.Of(found.Error);
        }

        var thread = await mediator.Send(new ViewMessages.Query(found.Value.Id), ct);
        return thread.Succeeded
            ? ApiCases.Json(new ApiMessages([.. thread.Value.Messages.Select(m => new ApiMessage(m.Seq, m.Author, m.FromMerchant, m.Text, m.At.InChina()))], thread.Value.Unread))
            : problems.Of(thread.Error);
    }

    private static void Write(this IEndpointRouteBuilder api, string path, string name, Func<CaseId, string, Change> make) =>
        api.MapPost(path, async (string number, ApiBody<ApiWords> body, ApiKey key, IMediator mediator, ApiProblems problems, CancellationToken ct) =>
            {
                var found = await mediator.Send(new FindCase.Query(number), ct);
                if (!found.Succeeded)
                {
                    return problems.Of(found.Error);
                }

                var done = await mediator.Send(make(found.Value.Id, body.Value.Text) with { CommandId = key.Id }, ct);
                return done.Succeeded ? TypedResults.NoContent() : problems.Of(done.Error);
            })
            .Produces(StatusCodes.Status204NoContent)
            .SaysChange(name, TokenScopes.Write, isVersioned: false, 404);
}
