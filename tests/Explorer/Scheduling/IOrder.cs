namespace Interleavings.Scheduling;

/// <summary>Which events of a trace can't be swapped. Implemented by Exploration.</summary>
internal interface IOrder
{
    bool IsOrdered(Trace trace, int earlier, int later);
}
