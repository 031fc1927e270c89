using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.People;

/// <summary>Remembers how the screens look.</summary>
public static class SetTheme
{
    [Requires(Permission.UseAccount)]
    public sealed record Command(Theme Theme) : Change;

    /// <summary>Checks the value.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>The rules.</summary>
        public Validator() => RuleFor(c => c.Theme).IsInEnum();
    }

    internal sealed class Handler(AppDb db, Actor actor) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var person = await db.People.Self(actor).SingleAsync(ct);
            person.Prefer(command.Theme);
            return Result.Ok;
        }
    }
}
