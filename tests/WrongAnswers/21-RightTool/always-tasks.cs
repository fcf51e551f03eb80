// wrong: async for everything, but what computes never gives way -> each part has to wait for the one before
// hint /^(?!.*Limit\.)/: An async method lets the others go on only where it awaits. Does this job await anything?
namespace Katas.RightTool;

public static class Chooser
{
    public static Tool For(Job job)
    {
        return Tool.Tasks;
    }
}
