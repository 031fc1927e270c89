using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.People;

/// <summary>Remembers the language.</summary>
public static class SetCulture
{
    [Requires(Permission.UseAccount)]
    public sealed record Command(string Culture) : Change;

    /// <summary>Checks the value.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>The rules.</summary>
        public Validator() => RuleFor(c => c.Culture).Must(culture => Languages.All.Contains(culture));
    }

    internal sealed class Handler(AppDb db, Actor actor) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var person = await db.People.Self(actor).SingleAsync(ct);
            person.Speak(command.Culture);
            return Result.Ok;
        }
    }
}
