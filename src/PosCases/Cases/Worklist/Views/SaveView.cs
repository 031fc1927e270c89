using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Worklist.Views;

/// <summary>Keeps a list under a name; the own view of that name is replaced.</summary>
public static class SaveView
{
    /// <summary>Keeps a list under a name; the own view of that name is replaced.</summary>
    /// <param name="Name">The name.</param>
    /// <param name="Address">Path and query of the worklist.</param>
    /// <param name="IsShared">Whether everybody at the desk gets it in his menu.</param>
    [Requires(Permission.WorkCases)]
    public sealed record Command(string Name, string Address, bool IsShared) : Change;

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator()
        {
            RuleFor(c => c.Name).NotEmpty().MaximumLength(SavedView.NameLength);
            // A view leads to the worklist and nowhere else, whoever saved it.
            RuleFor(c => c.Address).NotEmpty().MaximumLength(SavedView.AddressLength)
                .Must(address => address is "/desk" || address.StartsWith("/desk?", StringComparison.Ordinal)).WithErrorCode("NotTheWorklist");
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var name = command.Name.Trim();
            var own = await db.Set<SavedView>().Where(v => v.OwnerId == actor.Id).ToListAsync(ct);
            var view = own.Find(v => v.Name == name);
            if (view is null)
            {
                if (own.Count >= SavedView.Most)
                {
                    return new Invalid(nameof(Command.Name), "TooManyViews", SavedView.Most);
                }

                view = SavedView.Of(actor, name);
                db.Add(view);
            }

            view.Keep(command.Address, command.IsShared, clock.GetUtcNow());
            return Result.Ok;
        }
    }
}
