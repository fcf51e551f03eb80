// wrong: async for everything, but what computes never gives way -> only threads compute at the same time
namespace Katas.RightTool;

public static class Chooser
{
    public static Tool For(Job job)
    {
        return Tool.Tasks;
    }
}
