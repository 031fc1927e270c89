using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.People;

/// <summary>Changes the name shown to others.</summary>
public static class SetDisplayName
{
    [Requires(Permission.UseAccount)]
    public sealed record Command(string DisplayName) : Change;

    /// <summary>Checks the value.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>The rules.</summary>
        public Validator() => RuleFor(c => c.DisplayName).IsDisplayName();
    }

    internal sealed class Handler(AppDb db, Actor actor) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var person = await db.People.Self(actor).SingleAsync(ct);
            person.BeCalled(command.DisplayName);
            return Result.Ok;
        }
    }
}
