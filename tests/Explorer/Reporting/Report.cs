namespace Interleavings.Reporting;

/// <summary>A verdict as text: a pure function.</summary>
public static class Report
{
    public static string Of(Verdict verdict) => throw new NotImplementedException();
}
