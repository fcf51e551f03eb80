// hostile: code that is made while the program runs -> DynamicMethod
using System.Reflection.Emit;

public static class Kata
{
    public static void Run()
    {
        var method = new DynamicMethod("Made", null, []);
        var il = method.GetILGenerator();
        il.Emit(OpCodes.Ldc_I4, -1);
        il.Emit(OpCodes.Call, typeof(Thread).GetMethod("Sleep", [typeof(int)])!);
        il.Emit(OpCodes.Ret);
        method.CreateDelegate<Action>()();
    }
}
