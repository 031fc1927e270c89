using System.Text.Json;
using PosCases.Cases;
using PosCases.Merchants;
using PosCases.Platform.Messages;

namespace PosCases.UnitTests.Platform.Messages;

public sealed class ResultTests
{
    [Fact]
    public void A_value_is_a_result_and_a_refusal_is_one()
    {
        Result<int> done = 7;
        Result<int> refused = new Conflict();

        Assert.Equal((true, 7, null), (done.Succeeded, done.Value, done.Error));
        Assert.Equal((false, new Conflict()), (refused.Succeeded, refused.Error));
    }

    [Fact]
    public void Asking_a_refused_result_for_its_value_is_a_bug() =>
        Assert.Contains("Conflict", Assert.Throws<InvalidOperationException>(() => ((Result<int>)new Conflict()).Value).Message, StringComparison.Ordinal);

    [Fact]
    public void A_stored_answer_is_restored_as_it_was()
    {
        var filed = new PosCases.Cases.Filing.FileCase.Filed(CaseId.New(), "FZ-2026-000001");

        Assert.Equal(filed, Restored<PosCases.Cases.Filing.FileCase.Filed>(((Result<PosCases.Cases.Filing.FileCase.Filed>)filed).Store()).Value);
        Assert.True(Restored<MerchantId>(((Result<MerchantId>)new MerchantId(Guid.NewGuid())).Store()).Succeeded);
        Assert.Equal(5, Restored<int>(((Result<int>)5).Store()).Value);
    }

    [Fact]
    public void A_missing_refusal_is_done()
    {
        Assert.True(((Error?)null).AsResult().Succeeded);
        Assert.Equal(new Conflict(), new Conflict().AsResult().Error);
    }

    [Fact]
    public void Every_answer_of_a_command_survives_being_stored()
    {
        var answers = Architecture.Messages.All
            .Select(m => m.BaseType!).Where(b => b.IsGenericType && b.GetGenericTypeDefinition() == typeof(Change<>))
            .Select(b => b.GetGenericArguments()[0]).Distinct();

        Assert.All(answers, type => Assert.NotNull(JsonSerializer.Serialize(type.IsValueType ? Activator.CreateInstance(type) : null, type)));
    }

    private static Result<T> Restored<T>(string? stored) => Restore<Result<T>>(stored);

    private static TResult Restore<TResult>(string? stored)
        where TResult : IOutcome<TResult> => TResult.Restored(stored);
}
