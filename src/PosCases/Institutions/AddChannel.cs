using FluentValidation;
using MediatR;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Institutions;

/// <summary>Adds an official channel to an institution.</summary>
public static class AddChannel
{
    /// <param name="Id">Which institution.</param>
    /// <param name="Version">The version that the user saw.</param>
    /// <param name="Channel">The channel and where it is known from.</param>
    [Requires(Permission.ManageInstitutions)]
    public sealed record Command(InstitutionId Id, Guid Version, ChannelForm Channel) : Change<InstitutionChannelId>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator(TimeProvider clock) => RuleFor(c => c.Channel).NotNull().SetValidator(new ChannelForm.Validator(clock));
    }

    internal sealed class Handler(AppDb db, TimeProvider clock) : IRequestHandler<Command, Result<InstitutionChannelId>>
    {
        public async Task<Result<InstitutionChannelId>> Handle(Command command, CancellationToken ct)
        {
            var found = await db.FindInstitutionAsync(command.Id, command.Version, ct);
            return found.Error is { } refusal ? refusal : found.Value.AddChannel(command.Channel, clock.GetUtcNow());
        }
    }
}
