using PosCases.Cases;

namespace PosCases.Supervision;

/// <summary>How much an open case weighs: urgent ones more, those that wait for somebody else less. Ours; a rule of thumb to compare people by.</summary>
public static class LoadWeight
{
    private const decimal Resting = 0.25m;

    /// <summary>The weight of one case; 1 is an ordinary one that is being worked.</summary>
    public static decimal Of(CaseStatus stage, Priority priority) =>
        stage switch
        {
            CaseStatus.Waiting or CaseStatus.Resolution => Resting,
            CaseStatus.Closed or CaseStatus.Draft => 0m,
            _ => 1m,
        }
        * priority switch
        {
            Priority.Urgent => 2m,
            Priority.High => 1.5m,
            Priority.Normal => 1m,
        };
}
