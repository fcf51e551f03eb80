// hostile: sets a shared field by reflection -> FieldInfo.SetValue at Kata.cs:7 is outside the explorer's control
public static class Kata
{
    static int count;

    public static void Run() =>
        typeof(Kata).GetField("count", (System.Reflection.BindingFlags)40)!.SetValue(null, 1);
}
