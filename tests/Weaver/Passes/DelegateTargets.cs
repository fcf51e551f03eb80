namespace Weaving.Passes;

sealed class DelegateTargets : IPass
{
    public void Weave(MethodWeave method)
    {
    }
}
